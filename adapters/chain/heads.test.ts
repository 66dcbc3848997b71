import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { watchHeads } from './heads.ts'
import { openRpc } from './rpc.ts'

const quiet = () => undefined
const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet }
const LONG = 20_000

function watch(url: string | undefined, silenceMs?: number) {
  const stopping = new AbortController()
  onTestFinished(() => stopping.abort())
  return { heads: watchHeads(url, { signal: stopping.signal, logger, silenceMs }), stopping }
}

async function anvil(port: number) {
  const server = await startAnvil({ port })
  onTestFinished(server.stop)
  const rpc = openRpc(server.url)
  const mine = () => rpc.batch([{ method: 'evm_mine', params: [] }])
  return { ...server, mine }
}

test('each new block is announced, the newest where several came between two waits', async () => {
  const port = await freePort()
  const { mine } = await anvil(port)
  const { heads, stopping } = watch(`ws://127.0.0.1:${port}`)
  await expect.poll(heads.isOpen).toBe(true)
  // The subscription stands once it announces.
  await expect.poll(() => mine().then(() => heads.wait(50, stopping.signal))).toBeGreaterThan(0)
  await heads.wait(50, stopping.signal)
  const waiting = heads.wait(LONG, stopping.signal)
  await mine()
  const first = await waiting
  for (let more = 0; more < 3; more++) await mine()
  await expect.poll(() => heads.wait(LONG, stopping.signal)).toBe(first + 3)
})

test('a connection that is lost is made again', async () => {
  const port = await freePort()
  const first = await anvil(port)
  const { heads, stopping } = watch(`ws://127.0.0.1:${port}`)
  await expect.poll(heads.isOpen).toBe(true)
  await first.stop()
  await expect.poll(heads.isOpen).toBe(false)
  const { mine } = await anvil(port)
  await expect.poll(heads.isOpen, { timeout: LONG }).toBe(true)
  await expect.poll(() => mine().then(() => heads.wait(50, stopping.signal))).toBeGreaterThan(0)
})

test('a node that accepts and then says nothing is left, and tried again', async () => {
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.on('error', quiet)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const { heads } = watch(`ws://127.0.0.1:${port}`, 20)
  await expect.poll(() => connections, { timeout: LONG }).toBeGreaterThan(1)
  expect(heads.isOpen()).toBe(false)
})

test('without a URL a wait only ends by its time, or when stopped', async () => {
  const { heads, stopping } = watch(undefined)
  expect(heads.isOpen()).toBe(false)
  expect(await heads.wait(1, stopping.signal)).toBe(0)
  const waiting = heads.wait(LONG * 10, stopping.signal)
  stopping.abort()
  expect(await waiting).toBe(0)
})
