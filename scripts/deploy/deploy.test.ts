import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Interface } from 'ethers'
import { parseEventLogs } from 'viem'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { Deployment } from '../../core/deployment.ts'
import { LOCAL_CHAIN, networkOf } from '../../core/networks.ts'
import { relayedFunctions } from '../../core/relay/whitelist.ts'
import {
  admin,
  anvilForTest,
  awarder,
  awarderKey,
  deployerKey,
  deployTo,
  enrich,
  fileForTest,
  ruleset,
} from '../../test/support/deploy.ts'
import type { AnvilServer } from '../engines/anvil.ts'
import { freePort } from '../engines/ports.ts'
import { artifacts, contractNames } from './artifacts.ts'
import { connectDeployer, settled } from './chain.ts'
import { type DeployOptions, deploy } from './deploy.ts'

let file = ''
beforeEach(() => {
  file = fileForTest()
})

const run = (anvil: AnvilServer, more: Partial<DeployOptions> = {}) => deployTo(anvil, { file, ...more })
const height = async (anvil: AnvilServer) => (await connectDeployer(anvil.url, deployerKey)).getBlockNumber()

/** Awards 7 wei to the admin under the id, signed by `key`. */
async function award(anvil: AnvilServer, { karma }: Deployment, { key, id, gas }: Award) {
  const client = await connectDeployer(anvil.url, key)
  const packed = [(BigInt(admin) << 96n) | 7n]
  const call = { address: karma, abi: karmaAbi, functionName: 'awardRun', gas } as const
  return settled(client, 'award', client.writeContract({ ...call, args: [id, packed, ruleset] }))
}
type Award = { key: `0x${string}`; id: bigint; gas?: bigint }

describe('once more', () => {
  test('on the same chain sends nothing and returns the same', async () => {
    const anvil = await anvilForTest()
    const { deployment } = await run(anvil)
    const before = await height(anvil)
    const { ino } = statSync(file)
    expect(await run(anvil)).toEqual({ deployment, pending: [] })
    expect(statSync(file).ino).toBe(ino)
    expect(await height(anvil)).toBe(before)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(deployment)
  })

  test('on a local chain started anew deploys anew', async () => {
    const first = await run(await anvilForTest())
    const anvil = await anvilForTest()
    const second = await run(anvil)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(second.deployment)
    expect(second.deployment.chain_id).toBe(first.deployment.chain_id)
    await award(anvil, second.deployment, { key: awarderKey, id: 1n })
  })

  test('with other rules keeps the contracts', async () => {
    const anvil = await anvilForTest()
    const first = await run(anvil)
    const before = await height(anvil)
    const next = `0x${'cd'.repeat(32)}` as const
    const { deployment } = await run(anvil, { ruleset: next })
    expect(deployment).toEqual({ ...first.deployment, ruleset: next })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(deployment)
    expect(await height(anvil)).toBe(before)
  })
})

test('the first block is that of the first contract, also when the chain is older', async () => {
  const anvil = await anvilForTest()
  const deployer = await connectDeployer(anvil.url, deployerKey)
  await enrich(anvil, admin)
  await settled(deployer, 'wait', deployer.sendTransaction({ to: admin }))
  expect((await run(anvil)).deployment.start_block).toBe(2)
})

describe('refuses', () => {
  test('a chain that is not the one of the file', async () => {
    await run(await anvilForTest())
    const wrong = run(await anvilForTest({ chainId: 4242 }))
    await expect(wrong).rejects.toMatchObject({ name: 'Final', code: 'chain.wrong-id' })
  })

  test('a chain it has no settings for, and says how to give them', async () => {
    const anvil = await anvilForTest({ chainId: 4242 })
    const refused = await run(anvil).catch((error) => error)
    expect(refused).toMatchObject({ name: 'Final', code: 'chain.unknown' })
    expect(refused.message).toBe(
      'Chain 4242 is none that SNPD has settings for: Ethereum (1), Base (8453), local (31337), Arbitrum One (42161), Base Sepolia (84532).',
    )
    expect(refused.fix).toContain('CHAIN_SETTINGS')
  })

  test.each(['local', 'Base'])(
    'a chain without BLS precompiles before sending anything: %s',
    async (name) => {
      const chainId = name === 'local' ? 31_337 : 8_453
      const anvil = await anvilForTest({ hardfork: 'cancun', chainId })
      const refused = run(anvil)
      await expect(refused).rejects.toMatchObject({
        name: 'Final',
        code: 'chain.no-precompiles',
        message: expect.stringMatching(/^Chain \d+ has no BLS12-381 precompiles .* nothing was sent\.$/),
      })
      expect(await height(anvil)).toBe(0n)
    },
  )

  test('a local chain without the key of its beacon', async () => {
    const refused = run(await anvilForTest(), { beaconKey: undefined })
    await expect(refused).rejects.toMatchObject({ code: 'config.invalid', message: /^BEACON_KEY is missing/ })
  })

  test('to start a second community where a real chain lost the contracts', async () => {
    const address = `0x${'12'.repeat(20)}`
    const lost = Object.fromEntries(contractNames.map((name) => [name, address]))
    writeFileSync(file, JSON.stringify({ chain_id: 8_453, start_block: 1, ruleset, ...lost }))
    const refused = run(await anvilForTest({ chainId: 8_453 }))
    await expect(refused).rejects.toMatchObject({ name: 'Final', code: 'chain.no-contracts' })
  })

  test('an RPC that does not answer, naming its host and not its path', async () => {
    const rpcUrl = `http://127.0.0.1:${await freePort()}/v1/secret`
    const error = await deploy({ rpcUrl, deployerKey, awarder, file, ruleset }).catch((reason) => reason)
    expect(error).toMatchObject({ name: 'Retryable', code: 'chain.unreachable' })
    expect(error.message).toContain(new URL(rpcUrl).origin)
    expect(error.message).not.toContain('secret')
  })

  test('a node that stops answering on the way', async () => {
    const server = createServer((request, response) => {
      request.on('data', (body: Buffer) => {
        const { id, method } = JSON.parse(body.toString())
        if (method === 'eth_chainId')
          return response.end(JSON.stringify({ jsonrpc: '2.0', id, result: '0x7a69' }))
        response.writeHead(500).end()
      })
    })
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const node = { rpcUrl: `http://127.0.0.1:${port}`, beaconKey: deployerKey }
    const refused = deploy({ ...node, deployerKey, awarder, file, ruleset })
    await expect(refused).rejects.toMatchObject({ name: 'Retryable', code: 'chain.unreachable' })
  })

  test('a deployment file that is not one', async () => {
    writeFileSync(file, '{"chain_id": 31337}')
    const refused = run(await anvilForTest())
    await expect(refused).rejects.toMatchObject({ name: 'Final', code: 'config.invalid' })
  })
})

describe('a forwarder of the settings', () => {
  const withForwarder = (forwarder: `0x${string}`) => ({ ...networkOf(LOCAL_CHAIN), forwarder })

  test('that is not there, or goes by a name that nobody signs for, is refused before anything is sent', async () => {
    const anvil = await anvilForTest()
    await enrich(anvil, admin)
    const deployer = await connectDeployer(anvil.url, deployerKey)
    const { abi, bytecode } = artifacts.forwarder
    const sending = deployer.deployContract({ abi, bytecode, args: ['theirs'] })
    const { contractAddress } = await settled(deployer, 'deploy a forwarder', sending)
    for (const address of [`0x${'12'.repeat(20)}` as const, contractAddress?.toLowerCase() as `0x${string}`])
      await expect(run(anvil, { network: withForwarder(address) })).rejects.toMatchObject({
        code: 'config.invalid',
        message: expect.stringContaining(`There is no forwarder of the name SNPD, version 1, at ${address}`),
      })
    expect(await height(anvil)).toBe(1n)
  })
})

test('every contract that members reach without gas believes the forwarder of the deployment, and no other', async () => {
  const anvil = await anvilForTest()
  const { deployment } = await run(anvil)
  const client = await connectDeployer(anvil.url, deployerKey)
  const believed = async (name: (typeof relayedFunctions)[number]['target']) => {
    const { abi } = artifacts.governor
    const address = deployment[name]
    return client.readContract({ address, abi, functionName: 'trustedForwarder' })
  }
  const targets = [...new Set(relayedFunctions.map(({ target }) => target))]
  expect(targets).toContain('governor')
  for (const name of targets)
    expect([name, String(await believed(name)).toLowerCase()]).toEqual([name, deployment.forwarder])
})

test('the awarder awards, nobody else does, and no id twice', async () => {
  const anvil = await anvilForTest()
  const { deployment } = await run(anvil)
  await award(anvil, deployment, { key: awarderKey, id: 1n })
  const again = award(anvil, deployment, { key: awarderKey, id: 1n })
  await expect(again).rejects.toMatchObject({ code: 'chain.refused' })
  // With gas given nothing is simulated first: the transaction is mined, and reverts.
  const mined = award(anvil, deployment, { key: awarderKey, id: 1n, gas: 300_000n })
  await expect(mined).rejects.toMatchObject({ message: expect.stringContaining('transaction reverted') })
  const byAdmin = award(anvil, deployment, { key: deployerKey, id: 2n })
  await expect(byAdmin).rejects.toMatchObject({ code: 'chain.refused' })
})

test('viem and ethers read the same events out of an award', async () => {
  const anvil = await anvilForTest()
  const { logs } = await award(anvil, (await run(anvil)).deployment, { key: awarderKey, id: 41n })
  const ours = parseEventLogs({ abi: karmaAbi, logs })
  const ethers = new Interface(karmaAbi)
  const theirs = logs.map((log) => ethers.parseLog(log))
  expect(ours.map(({ eventName }) => eventName)).toEqual(['AwardBatch', 'Transfer'])
  expect(theirs.map((event) => event?.name)).toEqual(['AwardBatch', 'Transfer'])
  expect(theirs.map((event) => event?.args.toObject())).toEqual(ours.map(({ args }) => args))
  expect(ours[0]?.args).toEqual({ firstId: 41n, count: 1n, ruleset })
})
