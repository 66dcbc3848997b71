import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Retryable } from '../../core/errors.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { readHeaders } from './headers.ts'
import { readLogs } from './logs.ts'
import { blockNumber, chainId, openRpc } from './rpc.ts'

type Call = { id: number; method: string; params: unknown[] }
const hash = `0x${'ab'.repeat(32)}` as const
const address = `0x${'cd'.repeat(20)}` as const
const filter = { addresses: [address], events: [hash] }

/** A node that answers a batch by `reply`; the URL carries a secret, as those of hosted nodes do. */
async function node(reply: (calls: Call[], response: ServerResponse) => unknown) {
  const bodies: Call[][] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const calls: Call[] = JSON.parse(text)
    bodies.push(calls)
    const answer = reply(calls, response)
    if (answer !== undefined) response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/v3/secret`, bodies }
}

const results =
  (...list: unknown[]) =>
  (calls: Call[]) =>
    calls.map(({ id }) => ({ jsonrpc: '2.0', id, result: list[id] }))

const log = (fields: object = {}) => ({
  ...{ address, topics: [hash], data: '0x', blockNumber: '0x5', blockHash: hash },
  ...{ transactionHash: hash, logIndex: '0x0', transactionIndex: '0x0', removed: false, ...fields },
})
const header = (number: number) => ({
  ...{ number: `0x${number.toString(16)}`, hash, parentHash: hash, timestamp: '0x10', size: '0x1' },
})

async function failure(attempt: Promise<unknown>): Promise<Retryable> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Retryable)
  expect((error as Retryable).message).not.toContain('secret')
  return error as Retryable
}

test('reads quantities', async () => {
  const rpc = openRpc((await node(results('0x7a69'))).url)
  expect(await blockNumber(rpc)).toBe(31_337)
  expect(await chainId(rpc)).toBe(31_337)
})

test('answers may come in any order, large batches go in parts', async () => {
  const { url, bodies } = await node((calls) =>
    calls.map(({ id, params }) => ({ id, result: header(Number(params[0])) })).reverse(),
  )
  const numbers = Array.from({ length: 250 }, (_, index) => index)
  const headers = await readHeaders(openRpc(url), numbers)
  expect(headers.map((each) => each?.number)).toEqual(numbers)
  expect(bodies.map((calls) => calls.length)).toEqual([100, 100, 50])
})

test('a block that is not there is null, as is a finality the node does not know', async () => {
  const { url } = await node((calls) =>
    calls.map(({ id }) =>
      id === 1 ? { id, error: { code: -1, message: 'unknown tag' } } : { id, result: null },
    ),
  )
  expect(await readHeaders(openRpc(url), [9, 'finalized'])).toEqual([null, null])
  expect(await failure(readHeaders(openRpc(url), [9, 9]))).toMatchObject({
    code: 'chain.bad-answer',
    message: expect.stringContaining('unknown tag'),
  })
})

test('logs come in chain order', async () => {
  const later = log({ blockNumber: '0x6' })
  const { url } = await node(results([later, log({ logIndex: '0x1' }), log()]))
  const logs = await readLogs(openRpc(url), filter, { from: 5, to: 6 })
  expect(logs.map(({ blockNumber, logIndex }) => [blockNumber, logIndex])).toEqual([
    [5, 0],
    [5, 1],
    [6, 0],
  ])
})

const other = `0x${'ef'.repeat(32)}`
test.each<[string, object[]]>([
  ['twice the same', [log(), log()]],
  ['of a block outside the range', [log({ blockNumber: '0x7' })]],
  ['of another contract', [log({ address: `0x${'00'.repeat(20)}` })]],
  ['of another event', [log({ topics: [other] })]],
  ['of no event', [log({ topics: [] })]],
  ['of two versions of a block', [log(), log({ logIndex: '0x1', blockHash: other })]],
  ['removed', [log({ removed: true })]],
  ['without a place', [log({ logIndex: null })]],
  ['without a block', [log({ blockNumber: undefined })]],
  ['without hashes', [log({ transactionHash: '0x12' })]],
  ['of half a byte', [log({ data: '0x123' })]],
  ['of broken hex', [log({ data: '0xzz' })]],
  ['of too many topics', [log({ topics: Array.from({ length: 5 }, () => hash) })]],
  ['of topics cut short', [log({ topics: [hash, '0x12'] })]],
  ['in capitals', [log({ address: address.toUpperCase() })]],
  ['that are none', [null as never]],
])('refuses logs %s', async (_, logs) => {
  const rpc = openRpc((await node(results(logs))).url)
  expect(await failure(readLogs(rpc, filter, { from: 5, to: 6 }))).toMatchObject({ code: 'chain.bad-answer' })
})

test('refuses another header than the one asked for', async () => {
  const rpc = openRpc((await node(results(header(8)))).url)
  expect(await failure(readHeaders(rpc, [7]))).toMatchObject({ code: 'chain.bad-answer' })
})

test('an answer above 10 MiB is cut off', async () => {
  const { url } = await node((_, response) => {
    const part = ' '.repeat(1024 * 1024)
    for (let sent = 0; sent < 11; sent++) response.write(part)
    response.end('[{"id":0,"result":"0x1"}]')
  })
  expect(await failure(blockNumber(openRpc(url)))).toMatchObject({
    code: 'chain.bad-answer',
    message: expect.stringContaining('10 MiB'),
  })
})

test.each<[string, (calls: Call[], response: ServerResponse) => unknown, string]>([
  ['HTTP 500', (_, response) => void response.writeHead(500).end('sorry'), 'chain.unreachable'],
  ['HTTP 429', (_, response) => void response.writeHead(429).end(), 'chain.unreachable'],
  ['a cut connection', (_, response) => void response.destroy(), 'chain.unreachable'],
  ['a page', () => '<html>', 'chain.bad-answer'],
  ['no JSON-RPC', () => ({ hello: 1 }), 'chain.bad-answer'],
  ['a missing answer', () => [], 'chain.bad-answer'],
  ['neither result nor error', () => [{ id: 0 }], 'chain.bad-answer'],
  ['an error', () => [{ id: 0, error: { code: 1, message: 'too many blocks' } }], 'chain.bad-answer'],
  ['a result of another shape', results({}), 'chain.bad-answer'],
])('%s is worth another try', async (_, reply, code) => {
  const { url } = await node(reply)
  expect(await failure(blockNumber(openRpc(url)))).toMatchObject({ code })
})

test('silence and absence are worth another try', async () => {
  const silent = await node(() => undefined)
  expect(await failure(blockNumber(openRpc(silent.url, { timeoutMs: 50 })))).toMatchObject({
    code: 'chain.unreachable',
  })
  const absent = openRpc(`http://127.0.0.1:${await freePort()}/v3/secret`)
  expect((await failure(blockNumber(absent))).message).toMatch(/does not answer: ECONNREFUSED/)
})
