import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { keccak256 } from 'viem'
import { z } from 'zod'
import type { Random } from '../../core/random.ts'
import type { RawAnswer, RawCall } from './faulty-rpc-answer.ts'
import { choose } from './faulty-rpc-faults.ts'
import type { KillChain } from './kill-chain.ts'

type Hex = `0x${string}`
/** What becomes of a request: its worker dies before or after the node has it; it is answered soundly, or as may be. */
export type Fate = 'dies before' | 'dies after' | 'sound' | 'any'
export type KillNodeOptions = {
  chain: KillChain
  random: Random
  /** Asked before each request: here the world moves on. */
  fate: () => Promise<Fate>
  /** Kills the worker that asks. */
  kill: () => Promise<void>
  onFault: (name: string) => void
}
export type KillNode = { url: string; close: () => void }

/** What can happen to a request as a whole, in a thousand. After `reset after` the node has done what it was asked. */
const wireFaults = {
  'reset before': 25,
  'reset after': 35,
  'status 429': 12,
  'status 500': 12,
  'cut JSON': 12,
  slow: 40,
  'another node': 60,
} as const

const SLOW_MS = 20

/** What can be said of a call in place of the truth, in a thousand. */
const lies: Record<string, Record<string, number>> = {
  eth_sendRawTransaction: { swallowed: 60, 'taken and refused': 50, 'not taken': 30 },
  eth_getTransactionByHash: { forgotten: 80 },
  eth_getTransactionReceipt: { forgotten: 80 },
  eth_getTransactionCount: { 'a nonce ahead': 12 },
}

/** viem leaves out what is empty. */
const callShape = z.looseObject({
  id: z.int(),
  method: z.string(),
  params: z.array(z.unknown()).default([]),
})
const requestShape = z.union([z.array(callShape), callShape.transform((call) => [call])])
const rawOf = ({ method, params }: RawCall): Hex | undefined =>
  method === 'eth_sendRawTransaction' ? (String(params[0]) as Hex) : undefined

/** As a node says it that is so many blocks behind. */
function asBehind({ params, ...call }: RawCall, number: number): RawCall {
  const latest = `0x${number.toString(16)}`
  return { ...call, params: params.map((one) => (one === 'latest' || one === 'pending' ? latest : one)) }
}

async function forward({ chain }: KillNodeOptions, calls: RawCall[]): Promise<RawAnswer[]> {
  for (const call of calls) {
    const raw = rawOf(call)
    if (raw) chain.hear(keccak256(raw), raw)
  }
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(calls)
  const response = await fetch(chain.rpcUrl, { method: 'POST', headers, body })
  const answers = (await response.json()) as RawAnswer[]
  return calls.map(({ id }) => answers.find((one) => one.id === id) ?? { jsonrpc: '2.0', id, result: null })
}

async function forwardBehind(options: KillNodeOptions, calls: RawCall[]): Promise<RawAnswer[]> {
  const { chain, random } = options
  const number = Math.max(chain.floor(), (await chain.height()) - 1 - random(3))
  const answers = await forward(
    options,
    calls.map((call) => asBehind(call, number)),
  )
  return answers.map((answer, at) =>
    calls[at]?.method === 'eth_blockNumber' ? { ...answer, result: `0x${number.toString(16)}` } : answer,
  )
}

const refusal = (id: number, message: string): RawAnswer => ({
  jsonrpc: '2.0',
  id,
  error: { code: -32000, message },
})

const told: Record<string, (truth: RawAnswer, hash: Hex) => RawAnswer> = {
  swallowed: ({ id }, hash) => ({ jsonrpc: '2.0', id, result: hash }),
  'taken and refused': ({ id }) => refusal(id, 'already known'),
  'not taken': ({ id }) => refusal(id, 'replacement transaction underpriced'),
  forgotten: ({ id }) => ({ jsonrpc: '2.0', id, result: null }),
  'a nonce ahead': (truth) => ({ ...truth, result: `0x${(Number(truth.result) + 1).toString(16)}` }),
}
const isLost = (lie: string | undefined) => lie === 'swallowed' || lie === 'not taken'

/** The truth about each call, or what is said in its place. */
async function answersTo(options: KillNodeOptions, calls: RawCall[]): Promise<RawAnswer[]> {
  const { random, onFault, chain } = options
  const chosen = calls.map(({ method }) => choose(random, lies[method] ?? {}))
  for (const lie of chosen) if (lie) onFault(lie)
  const passed = calls.filter((_, at) => !isLost(chosen[at]))
  const truths = passed.length > 0 ? await forward(options, passed) : []
  return calls.map((call, at) => {
    const raw = rawOf(call)
    const hash = raw ? keccak256(raw) : '0x'
    // Some node of the world may have it all the same, and come up with it later.
    if (raw && isLost(chosen[at])) chain.hear(hash, raw)
    const truth = truths.find(({ id }) => id === call.id) ?? { jsonrpc: '2.0', id: call.id }
    return told[chosen[at] ?? '']?.(truth, hash) ?? truth
  })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

type Reply = { response: ServerResponse; send: (answers: RawAnswer[]) => void }

async function answerBadly(options: KillNodeOptions, calls: RawCall[], reply: Reply): Promise<void> {
  const { random, onFault } = options
  const { response, send } = reply
  const fault = choose(random, wireFaults)
  if (fault) onFault(fault)
  if (fault === 'reset before') return void response.destroy()
  if (fault === 'status 429') return void response.writeHead(429).end('slow down')
  if (fault === 'status 500') return void response.writeHead(500).end('<html>oops</html>')
  if (fault === 'slow') await sleep(SLOW_MS)
  const answers = await (fault === 'another node' ? forwardBehind(options, calls) : answersTo(options, calls))
  if (fault === 'reset after') return void response.destroy()
  if (fault === 'cut JSON') return void response.writeHead(200).end(JSON.stringify(answers).slice(0, -3))
  send(answers)
}

/** A node between one worker and the chain: it fails, lags and lies. One request after the other. */
export async function startKillNode(options: KillNodeOptions): Promise<KillNode> {
  const { fate, kill } = options
  const handle = async (body: string, response: ServerResponse) => {
    const parsed: unknown = JSON.parse(body)
    const calls = requestShape.parse(parsed)
    const send = (answers: RawAnswer[]) =>
      void response.writeHead(200).end(JSON.stringify(Array.isArray(parsed) ? answers : answers[0]))
    const is = await fate()
    if (is === 'dies before') return kill()
    if (is === 'any') return answerBadly(options, calls, { response, send })
    const answers = await forward(options, calls)
    if (is === 'dies after') return kill()
    send(answers)
  }
  let line = Promise.resolve()
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request).catch(() => undefined)
    if (body === undefined) return
    line = line.then(() => handle(body, response)).catch(() => void response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
