import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Interface } from 'ethers'
import { parseEventLogs } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { Deployment } from '../../core/deployment.ts'
import { type AnvilServer, startAnvil } from '../engines/anvil.ts'
import { freePort } from '../engines/ports.ts'
import { connectDeployer, settled } from './chain.ts'
import { deploy } from './deploy.ts'
import { readRoles } from './roles.ts'

const ruleset = `0x${'ab'.repeat(32)}` as const
const [deployerKey, awarderKey] = [generatePrivateKey(), generatePrivateKey()]
const [admin, awarder] = [privateKeyToAddress(deployerKey), privateKeyToAddress(awarderKey)]

let file = ''
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-deploy-'))
  file = join(folder, 'deployment.json')
  return () => rmSync(folder, { recursive: true, force: true })
})

async function anvilForTest(chainId?: number): Promise<AnvilServer> {
  const anvil = await startAnvil({ port: await freePort(), chainId })
  onTestFinished(anvil.stop)
  return anvil
}

function run(anvil: AnvilServer, more: { awarder?: `0x${string}`; ruleset?: `0x${string}` } = {}) {
  return deploy({ rpcUrl: anvil.url, deployerKey, awarder, file, ruleset, ...more })
}

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
    const first = await run(anvil)
    const before = await height(anvil)
    const { ino } = statSync(file)
    expect(await run(anvil)).toEqual(first)
    expect(statSync(file).ino).toBe(ino)
    expect(await height(anvil)).toBe(before)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(first)
  })

  test('on a local chain started anew deploys anew', async () => {
    const first = await run(await anvilForTest())
    const anvil = await anvilForTest()
    const second = await run(anvil)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(second)
    expect(second.chain_id).toBe(first.chain_id)
    await award(anvil, second, { key: awarderKey, id: 1n })
  })

  test('with another awarder and other rules keeps the contracts', async () => {
    const anvil = await anvilForTest()
    const first = await run(anvil)
    const other = generatePrivateKey()
    const next = `0x${'cd'.repeat(32)}` as const
    const second = await run(anvil, { awarder: privateKeyToAddress(other), ruleset: next })
    expect(second).toEqual({ ...first, ruleset: next })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(second)
    await award(anvil, second, { key: other, id: 1n })
  })
})

describe('refuses', () => {
  test('a chain that is not the one of the file', async () => {
    await run(await anvilForTest())
    const wrong = run(await anvilForTest(4242))
    await expect(wrong).rejects.toMatchObject({ name: 'Final', code: 'chain.wrong-id' })
  })

  test('to start a second community where a real chain lost the contracts', async () => {
    const known = { chain_id: 4242, start_block: 1, ruleset }
    const address = `0x${'12'.repeat(20)}`
    const lost = { ...known, karma: address, access_pass: address, access_manager: address }
    writeFileSync(file, JSON.stringify(lost))
    const refused = run(await anvilForTest(4242))
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
    const refused = deploy({ rpcUrl: `http://127.0.0.1:${port}`, deployerKey, awarder, file, ruleset })
    await expect(refused).rejects.toMatchObject({ name: 'Retryable', code: 'chain.unreachable' })
  })

  test('a deployer without ETH on a chain that is not local', async () => {
    const refused = run(await anvilForTest(4242))
    await expect(refused).rejects.toMatchObject({ name: 'Final', code: 'chain.refused' })
  })

  test('a deployment file that is not one', async () => {
    writeFileSync(file, '{"chain_id": 31337}')
    const refused = run(await anvilForTest())
    await expect(refused).rejects.toMatchObject({ name: 'Final', code: 'config.invalid' })
  })
})

test('the chain tells the role table', async () => {
  const anvil = await anvilForTest()
  const deployment = await run(anvil)
  expect(await readRoles(await connectDeployer(anvil.url, deployerKey), deployment)).toEqual([
    {
      role: 'ADMIN',
      id: 0n,
      members: [admin],
      functions: ['karma.setDailyCap(uint256)', 'access_pass.setTier(uint8,(uint96,uint32,uint96))'],
    },
    { role: 'AWARDER', id: 1n, members: [awarder], functions: ['karma.awardRun(uint64,uint256[],bytes32)'] },
  ])
})

test('the awarder awards, nobody else does, and no id twice', async () => {
  const anvil = await anvilForTest()
  const deployment = await run(anvil)
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
  const { logs } = await award(anvil, await run(anvil), { key: awarderKey, id: 41n })
  const ours = parseEventLogs({ abi: karmaAbi, logs })
  const ethers = new Interface(karmaAbi)
  const theirs = logs.map((log) => ethers.parseLog(log))
  expect(ours.map(({ eventName }) => eventName)).toEqual(['Transfer', 'Awarded', 'AwardBatch'])
  expect(theirs.map((event) => event?.name)).toEqual(['Transfer', 'Awarded', 'AwardBatch'])
  expect(theirs.map((event) => event?.args.toObject())).toEqual(ours.map(({ args }) => args))
  expect(ours[1]?.args).toEqual({ id: 41n, to: admin, amount: 7n })
})
