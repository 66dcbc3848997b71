import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Abi,
  createTestClient,
  encodeFunctionData,
  type Hex,
  http,
  parseAbi,
  publicActions,
  serializeErc6492Signature,
  walletActions,
} from 'viem'
import { foundry } from 'viem/chains'
import { z } from 'zod'
import { newAccount } from './siwe.ts'

const FILE = 'SmallWalletFactory.t.sol'
const files = ['SmallWallet.t.sol', FILE]
const read = (file: string) => readFileSync(new URL(`../../contracts/test/${file}`, import.meta.url), 'utf8')
const compiler = createRequire(import.meta.url)('solc') as { compile: (input: string) => string }
const outputShape = z.object({
  contracts: z.object({
    [FILE]: z.object({
      SmallWalletFactory: z.object({
        evm: z.object({ bytecode: z.object({ object: z.string().regex(/^[0-9a-f]+$/) }) }),
      }),
    }),
  }),
})
const abi = parseAbi([
  'function create(address owner) returns (address)',
  'function addressOf(address owner) view returns (address)',
])

/** The factory's creation code, by the same compiler as our contracts. */
function compileFactory(): Hex {
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(files.map((file) => [file, { content: read(file) }])),
    settings: {
      evmVersion: 'prague',
      optimizer: { enabled: true, runs: 200 },
      outputSelection: { '*': { '*': ['evm.bytecode.object'] } },
    },
  }
  const output = outputShape.parse(JSON.parse(compiler.compile(JSON.stringify(input))))
  return `0x${output.contracts[FILE].SmallWalletFactory.evm.bytecode.object}`
}

/** A contract wallet and the key of its owner. It signs messages by that key. */
export type SmallWallet = {
  address: Hex
  signMessage: (of: { message: string }) => Promise<Hex>
  /** The same signature with what deploys the wallet around it (ERC-6492). */
  signBefore: (of: { message: string }) => Promise<Hex>
  deploy: () => Promise<void>
}

/** A factory on this anvil. @returns makes wallets, each of a new owner, none of them deployed yet */
export async function openFactory(rpcUrl: string): Promise<() => Promise<SmallWallet>> {
  const account = newAccount()
  const client = createTestClient({ mode: 'anvil', chain: foundry, account, transport: http(rpcUrl) })
    .extend(publicActions)
    .extend(walletActions)
  await client.setBalance({ address: account.address, value: 10n ** 20n })
  const hash = await client.deployContract({ abi: abi as Abi, bytecode: compileFactory() })
  const { contractAddress } = await client.waitForTransactionReceipt({ hash })
  const factory = contractAddress ?? '0x'
  return async () => {
    const owner = newAccount()
    const call = { address: factory, abi, args: [owner.address] } as const
    const address = await client.readContract({ ...call, functionName: 'addressOf' })
    const data = encodeFunctionData({ abi, functionName: 'create', args: [owner.address] })
    return {
      address,
      signMessage: (of) => owner.signMessage(of),
      signBefore: async (of) =>
        serializeErc6492Signature({ address: factory, data, signature: await owner.signMessage(of) }),
      deploy: async () => {
        const sent = await client.writeContract({ ...call, functionName: 'create' })
        await client.waitForTransactionReceipt({ hash: sent })
      },
    }
  }
}
