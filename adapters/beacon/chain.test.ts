import { network } from 'hardhat'
import { createPublicClient, createWalletClient, custom, encodeDeployData, type Hex } from 'viem'
import { afterAll, expect, test } from 'vitest'
import { deploymentArguments } from '../../core/beacon/deployment.ts'
import { signRound } from '../../core/beacon/local.ts'
import { quicknet } from '../../core/beacon/network.ts'
import { roundAfter } from '../../core/beacon/rounds.ts'
import { drandBeaconAbi as abi, drandBeaconBytecode as bytecode } from '../../core/contracts/drandBeacon.ts'
import { QUICKNET_FIRST, serveLocal } from '../../test/support/beacon.ts'
import { fetchNetwork, fetchRound } from './client.ts'

const beacon = await serveLocal()
afterAll(beacon.close)

type Hardfork = 'cancun' | 'prague' | 'osaka'
type Arguments = ReturnType<typeof deploymentArguments>

const ofQuicknet = deploymentArguments(quicknet, { round: 1, signature: QUICKNET_FIRST })

/** A chain inside this process, with a DrandBeacon on it. */
async function deploy(hardfork: Hardfork, args: Arguments) {
  const { provider } = await network.create({ override: { hardfork } })
  const transport = custom(provider)
  const [client, wallet] = [createPublicClient({ transport }), createWalletClient({ transport })]
  const [account] = await wallet.getAddresses()
  if (!account) throw new Error('the chain has no account')
  const data = encodeDeployData({ abi, bytecode, args })
  const hash = await wallet.sendTransaction({ account, data, chain: null, gas: 3_000_000n })
  const { contractAddress: address } = await client.getTransactionReceipt({ hash })
  if (!address) throw new Error('nothing was deployed')
  return { client, contract: { address, abi }, account }
}

test('what the local beacon serves is what a contract of its network accepts', async () => {
  const source = { urls: [beacon.url], network: await fetchNetwork([beacon.url]) }
  const args = deploymentArguments(source.network, signRound(beacon.key, 1n))
  const { client, contract } = await deploy('prague', args)
  const verify = async (round: bigint, signature: Hex) =>
    client.readContract({ ...contract, functionName: 'verify', args: [round, signature] })
  for (const number of [2n, 33n, 100n]) {
    const { randomness, uncompressed } = await fetchRound(source, number)
    expect(await verify(number, uncompressed)).toBe(randomness)
    await expect(verify(number + 1n, uncompressed)).rejects.toThrowError(/InvalidSignature/)
  }
  expect(await client.readContract({ ...contract, functionName: 'publicKey' })).toBe(args[0])
})

test('both sides name the same round after every time', async () => {
  const { client, contract } = await deploy('prague', ofQuicknet)
  const { genesis } = quicknet
  for (const time of [0, genesis - 1, genesis, genesis + 1, genesis + 2, genesis + 3, 1_800_000_001]) {
    const round = await client.readContract({ ...contract, functionName: 'roundAfter', args: [BigInt(time)] })
    expect(round).toBe(roundAfter(quicknet, time))
  }
})

test('verifying costs the same before and after Osaka', async () => {
  const costs = await Promise.all(
    (['prague', 'osaka'] as const).map(async (hardfork) => {
      const { client, contract, account } = await deploy(hardfork, ofQuicknet)
      const args = [1n, ofQuicknet[4]] as const
      return client.estimateContractGas({ ...contract, account, functionName: 'verify', args })
    }),
  )
  expect(costs[0]).toBe(costs[1])
})

test('on a chain without the precompiles the deployment fails and names the first one missing', async () => {
  const reason = await deploy('cancun', ofQuicknet).catch((error: Error) => error.message)
  expect(String(reason).match(/PrecompileFailed[^)]*/)?.[0]).toMatch(/0x0{38}10/)
})
