import { createServer } from 'node:http'
import { createTestClient, http, parseEther, publicActions, walletActions } from 'viem'
import { foundry } from 'viem/chains'
import { expect, onTestFinished, test } from 'vitest'
import { startAnvil } from '../engines/anvil.ts'
import { freePort } from '../engines/ports.ts'
import { keepClock, nextTick } from './clock.ts'

const ticksWithin = (seconds: number) => {
  const ticks: number[] = []
  for (let age = 2; age <= seconds; age = nextTick(age)) ticks.push(age)
  return ticks
}

test('no moment after an act is seen more than a quarter late, and a quiet day costs few blocks', () => {
  const ticks = ticksWithin(86_400)
  for (const [index, age] of ticks.entries()) {
    const next = ticks[index + 1]
    if (next !== undefined) expect(next - age).toBeLessThanOrEqual(Math.max(1, age / 4))
  }
  expect(ticks.length).toBeLessThan(60)
})

test('time passes on a chain where nobody acts, and an act is followed as closely as the one before', async () => {
  const anvil = await startAnvil({ port: await freePort() })
  const stop = new AbortController()
  // Its seconds are this long: the act below must not fall between a look and the block that follows it.
  const running = keepClock({ rpcUrl: anvil.url, stop: stop.signal, secondMs: 40 })
  onTestFinished(async () => {
    stop.abort()
    await running
    await anvil.stop()
  })
  const client = createTestClient({ mode: 'anvil', chain: foundry, transport: http(anvil.url), cacheTime: 0 })
    .extend(publicActions)
    .extend(walletActions)
  const height = async () => Number(await client.getBlockNumber())
  await expect.poll(height).toBeGreaterThan(6)
  const account = `0x${'12'.repeat(20)}` as const
  await client.setBalance({ address: account, value: parseEther('1') })
  await client.impersonateAccount({ address: account })
  const before = await height()
  await client.sendTransaction({ account, to: account, value: 1n })
  // The act's own block, and the first few of those that follow one.
  await expect.poll(height).toBeGreaterThan(before + 4)
})

test('a chain that is gone for a while is asked again', async () => {
  const port = await freePort()
  const stop = new AbortController()
  const running = keepClock({ rpcUrl: `http://127.0.0.1:${port}`, stop: stop.signal, secondMs: 20 })
  const anvil = await startAnvil({ port })
  onTestFinished(async () => {
    stop.abort()
    await running
    await anvil.stop()
  })
  const client = createTestClient({ mode: 'anvil', transport: http(anvil.url), cacheTime: 0 }).extend(
    publicActions,
  )
  await expect.poll(async () => Number(await client.getBlockNumber())).toBeGreaterThan(2)
})

test('who says themselves when blocks come is left alone', async () => {
  const asked: string[] = []
  let isFree = false
  const answers: Record<string, () => unknown> = {
    eth_getBlockByNumber: () => ({ number: '0x1' }),
    anvil_getAutomine: () => isFree,
  }
  const server = createServer(async (request, response) => {
    const { method } = JSON.parse(Buffer.concat(await request.toArray()).toString())
    asked.push(method)
    response.end(JSON.stringify({ result: answers[method]?.() ?? null }))
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const stop = new AbortController()
  const running = keepClock({ rpcUrl: `http://127.0.0.1:${port}`, stop: stop.signal, secondMs: 10 })
  onTestFinished(async () => {
    stop.abort()
    await running
    server.closeAllConnections()
    server.close()
  })
  const times = (method: string) => asked.filter((each) => each === method).length
  await expect.poll(() => times('anvil_getAutomine'), { timeout: 20_000 }).toBeGreaterThan(2)
  expect(times('evm_mine')).toBe(0)
  isFree = true
  await expect.poll(() => times('evm_mine'), { timeout: 20_000 }).toBeGreaterThan(0)
})
