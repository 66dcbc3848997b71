import { type Abi, createTestClient, http, parseAbi, publicActions, walletActions } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'

type Hex = `0x${string}`

export const tokenAbi = parseAbi([
  'event Transfer(address indexed from, address indexed to, uint256 value)',
  'function totalSupply() view returns (uint256)',
  'function balanceOf(address) view returns (uint256)',
  'function mint(address to, uint256 value)',
  'function burn(uint256 value)',
  'function transfer(address to, uint256 value) returns (bool)',
  'function give(address to, uint256 value)',
])

/**
 * A plain ERC-20 that is none of ours, by solc 0.8.37: 1,000 to its creator; anyone may `mint`; `give` is a mint that
 * emits no Transfer, as careless tokens do.
 */
const bytecode: Hex =
  '0x6080604052348015600e575f5ffd5b506019336103e8601d565b60c2565b805f5f828254602b9190609e565b90915550506001600160a01b0382165f90815260016020526040812080548392906055908490609e565b90915550506040518181526001600160a01b038316905f907fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef9060200160405180910390a35050565b8082018082111560bc57634e487b7160e01b5f52601160045260245ffd5b92915050565b61036f806100cf5f395ff3fe608060405234801561000f575f5ffd5b5060043610610060575f3560e01c806318160ddd1461006457806340c10f191461007f57806342966c681461009457806370a08231146100a7578063a9059cbb146100c6578063f00388f7146100e9575b5f5ffd5b61006c5f5481565b6040519081526020015b60405180910390f35b61009261008d3660046102b5565b6100fc565b005b6100926100a23660046102dd565b61016e565b61006c6100b53660046102f4565b60016020525f908152604090205481565b6100d96100d43660046102b5565b6101cd565b6040519015158152602001610076565b6100926100f73660046102b5565b610255565b805f5f82825461010c9190610328565b90915550506001600160a01b0382165f9081526001602052604081208054839290610138908490610328565b90915550506040518181526001600160a01b038316905f905f51602061034f5f395f51905f529060200160405180910390a35050565b805f5f82825461017e919061033b565b9091555050335f90815260016020526040812080548392906101a190849061033b565b90915550506040518181525f9033905f51602061034f5f395f51905f529060200160405180910390a350565b335f908152600160205260408120805483919083906101ed90849061033b565b90915550506001600160a01b0383165f9081526001602052604081208054849290610219908490610328565b90915550506040518281526001600160a01b0384169033905f51602061034f5f395f51905f529060200160405180910390a35060015b92915050565b805f5f8282546102659190610328565b90915550506001600160a01b0382165f9081526001602052604081208054839290610291908490610328565b90915550505050565b80356001600160a01b03811681146102b0575f5ffd5b919050565b5f5f604083850312156102c6575f5ffd5b6102cf8361029a565b946020939093013593505050565b5f602082840312156102ed575f5ffd5b5035919050565b5f60208284031215610304575f5ffd5b61030d8261029a565b9392505050565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561024f5761024f610314565b8181038181111561024f5761024f61031456feddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'

/** A new anvil with that token in its block 3, and an account that has ether and all of it. */
export async function startToken() {
  const anvil = await startAnvil({ port: await freePort() })
  const account = privateKeyToAccount(generatePrivateKey())
  const client = createTestClient({
    ...{ mode: 'anvil', chain: foundry, account, pollingInterval: 10, cacheTime: 0 },
    transport: http(anvil.url, { retryCount: 0 }),
  })
    .extend(publicActions)
    .extend(walletActions)
  await client.setBalance({ address: account.address, value: 10n ** 20n })
  await client.mine({ blocks: 2 })
  const hash = await client.deployContract({ abi: tokenAbi as Abi, bytecode })
  const { contractAddress } = await client.waitForTransactionReceipt({ hash })
  const token = (contractAddress ?? '0x').toLowerCase() as Hex
  /** Resolves once mined. */
  const act = async (functionName: 'mint' | 'transfer' | 'give', to: Hex, value: bigint): Promise<void> => {
    const sent = await client.writeContract({
      address: token,
      abi: tokenAbi,
      functionName,
      args: [to, value],
    })
    await client.waitForTransactionReceipt({ hash: sent })
  }
  const burn = async (value: bigint): Promise<void> => {
    const call = { address: token, abi: tokenAbi, functionName: 'burn', args: [value] } as const
    await client.waitForTransactionReceipt({ hash: await client.writeContract(call) })
  }
  return { url: anvil.url, client, account, token, firstBlock: 3, act, burn, close: anvil.stop }
}
export type TokenChain = Awaited<ReturnType<typeof startToken>>
