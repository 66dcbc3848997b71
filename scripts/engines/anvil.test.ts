import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestClient, createWalletClient, http, publicActions, walletActions } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { deploy } from '../deploy/deploy.ts'
import { startAnvil } from './anvil.ts'
import { freePort } from './ports.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snpd-anvil-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

const account = privateKeyToAccount(generatePrivateKey())

function client(url: string) {
  return createTestClient({
    account,
    mode: 'anvil',
    chain: foundry,
    transport: http(url),
    pollingInterval: 20,
  })
    .extend(publicActions)
    .extend(walletActions)
}

/** A deployment with one award: two accounts, logs, a few blocks. */
async function fill(rpcUrl: string) {
  const file = join(folder, 'deployment.json')
  const key = generatePrivateKey()
  const options = { rpcUrl, deployerKey: key, beaconKey: key, awarder: account.address, file }
  const { deployment } = await deploy({ ...options, ruleset: `0x${'22'.repeat(32)}` })
  const hash = await client(rpcUrl).writeContract({
    address: deployment.karma,
    abi: karmaAbi,
    functionName: 'awardRun',
    args: [1n, [(BigInt(account.address) << 96n) | 5n], deployment.ruleset],
  })
  await client(rpcUrl).waitForTransactionReceipt({ hash })
  return { hash, karma: deployment.karma }
}

/** Everything a reader can see of the chain. */
async function view(url: string, hash: `0x${string}`) {
  const chain = client(url)
  const number = await chain.getBlockNumber()
  return {
    logs: await chain.getLogs({ fromBlock: 0n }),
    receipt: await chain.getTransactionReceipt({ hash }),
    transaction: await chain.getTransaction({ hash }),
    genesis: await chain.getBlock({ blockNumber: 0n }),
    head: await chain.getBlock({ blockNumber: number }),
    balance: await chain.getBalance({ address: account.address }),
    nonce: await chain.getTransactionCount({ address: account.address }),
  }
}

test('block 0 is the same after every start, and the clock is ours', async () => {
  const stateFile = join(folder, 'state.json')
  const hourAgo = Math.floor(Date.now() / 1000) - 3600
  writeFileSync(`${stateFile}.genesis`, String(hourAgo))
  const seen = new Set<string>()
  for (let start = 0; start < 6; start++) {
    const server = await startAnvil({ port: await freePort(), stateFile })
    onTestFinished(server.stop)
    const chain = client(server.url)
    await chain.mine({ blocks: 1 })
    seen.add((await chain.getBlock({ blockNumber: 0n })).hash)
    const { timestamp } = await chain.getBlock()
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60)
    await server.stop()
    // Block 0 has a moment in whole seconds: another start must not fall into the same one.
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  expect(seen.size).toBe(1)
})

test('everything survives a stop and a start, and the chain goes on', async () => {
  const stateFile = join(folder, 'chain', 'state.json')
  const first = await startAnvil({ port: await freePort(), stateFile })
  onTestFinished(first.stop)
  const { hash, karma } = await fill(first.url)
  const before = await view(first.url, hash)
  await first.stop()
  expect(before.logs.length).toBeGreaterThan(5)

  const second = await startAnvil({ port: await freePort(), stateFile })
  onTestFinished(second.stop)
  expect(await view(second.url, hash)).toEqual(before)
  const balance = {
    address: karma,
    abi: karmaAbi,
    functionName: 'balanceOf',
    args: [account.address],
  } as const
  expect(await client(second.url).readContract(balance)).toBe(5n)
  const sent = await client(second.url).sendTransaction({ to: account.address, value: 1n })
  const { blockHash } = await client(second.url).waitForTransactionReceipt({ hash: sent })
  const next = await client(second.url).getBlock({ blockHash })
  expect(next.parentHash).toBe(before.head.hash)
})

test('after a SIGKILL the state of the last dump is there', async () => {
  const stateFile = join(folder, 'state.json')
  const first = await startAnvil({ port: await freePort(), stateFile })
  onTestFinished(first.stop)
  const { hash } = await fill(first.url)
  const before = await view(first.url, hash)
  const dumped = () => JSON.parse(readFileSync(stateFile, 'utf8')).best_block_number
  await vi.waitFor(() => expect(Number(dumped())).toBe(Number(before.head.number)), { timeout: 60_000 })
  first.process.kill('SIGKILL')
  await first.stop()

  const second = await startAnvil({ port: await freePort(), stateFile })
  onTestFinished(second.stop)
  expect(await view(second.url, hash)).toEqual(before)
})

test('knows no accounts and answers with the chain id asked for', async () => {
  const anvil = await startAnvil({ port: await freePort(), chainId: 4242 })
  onTestFinished(anvil.stop)
  expect(await createWalletClient({ transport: http(anvil.url) }).getAddresses()).toEqual([])
  expect(await client(anvil.url).getChainId()).toBe(4242)
})

test.each(['', '{"bro', '{}', '{"block": 3}'])(
  'a broken state file (%j) is one clear sentence',
  async (text) => {
    const stateFile = join(folder, 'state.json')
    writeFileSync(stateFile, text)
    await expect(startAnvil({ port: await freePort(), stateFile })).rejects.toMatchObject({
      name: 'Final',
      code: 'config.data-folder',
      message: expect.stringContaining(stateFile),
      fix: expect.stringContaining('--fresh'),
    })
  },
)

test('a state file broken later points at the copy of the last good start', async () => {
  const stateFile = join(folder, 'state.json')
  for (let start = 0; start < 2; start++)
    await (await startAnvil({ port: await freePort(), stateFile })).stop()
  writeFileSync(stateFile, '{"bro')
  await expect(startAnvil({ port: await freePort(), stateFile })).rejects.toMatchObject({
    fix: expect.stringContaining(`${stateFile}.last`),
  })
})

test('a port that another server answers on is not taken for ours', async () => {
  const server = createServer((_request, response) => response.end('{}'))
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  await expect(startAnvil({ port })).rejects.toMatchObject({ code: 'config.port-taken' })
})
