import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Random } from '../../core/random.ts'
import { startFaultyHeads } from './faulty-heads.ts'
import { answerFrom, callShape, type RawAnswer, type RawCall } from './faulty-rpc-answer.ts'
import {
  answerFaults,
  choose,
  logLies,
  plainLies,
  spoil,
  type WireFault,
  wireFaults,
} from './faulty-rpc-faults.ts'
import { prune } from './faulty-rpc-prune.ts'
import { callAnvil, type SimChain, type View } from './sim-chain.ts'

export type FaultyRpcOptions = {
  chain: SimChain
  random: Random
  /** Announcements go wrong by this one. */
  heads: Random
  /** How many blocks a node that prunes still has. */
  pruned: number
  isCalm: () => boolean
  /**
   * Called before each request but a single call is answered: here the world moves on. True once it must be answered soundly.
   * @param isForLogs true when it asks for logs, having looked before
   */
  onRequest: (isForLogs: boolean) => Promise<boolean>
  /** Told each fault by its name. */
  onFault: (name: string) => void
}
export type FaultyRpc = {
  url: string
  /** Tells those who subscribed over WebSocket of a new block. */
  announce: (number: number) => void
  /** Resets every connection and answers no more. */
  kill: () => void
}

const requestShape = z.union([z.array(callShape), callShape.transform((call) => [call])])
/** A node is at most so many blocks behind within one batch: no more than no reorg can replace. */
const FARTHEST_BEHIND = 30

/** Another node behind the same URL: one that is behind, one that still has an older version, one that is syncing. */
function otherView({ views, now }: SimChain, random: Random): View {
  const all = views()
  if (random(12) === 0) return now().slice(0, 1 + random(now().length))
  if (random(2) === 0) return now().slice(0, Math.max(1, now().length - 1 - random(6)))
  return all[Math.max(0, all.length - 2 - random(4))] ?? now()
}

/** True when a lie about the logs can be seen through: the headers of all their blocks, with their blooms, are asked for too. */
function isProvable(calls: RawCall[]): boolean {
  const headers = new Set(
    calls.filter(({ method }) => method === 'eth_getBlockByNumber').map(({ params }) => params[0]),
  )
  return calls.every(({ method, params }) => {
    const range = z.object({ fromBlock: z.string(), toBlock: z.string() }).safeParse(params[0])
    if (method !== 'eth_getLogs' || !range.success) return true
    const [from, to] = [Number(range.data.fromBlock), Number(range.data.toBlock)]
    return Array.from({ length: to - from + 1 }, (_, index) => `0x${(from + index).toString(16)}`).every(
      (one) => headers.has(one),
    )
  })
}

async function truth(chain: SimChain, view: View, call: RawCall): Promise<RawAnswer> {
  const known = answerFrom(view, call)
  if (known) return known
  const { id, method, params } = call
  const [result] = await callAnvil(chain.rpcUrl, [[method, ...params]])
  return { jsonrpc: '2.0', id, result }
}

const overWire: Record<WireFault, (response: ServerResponse, text: string) => Promise<void> | void> = {
  'reset before': (response) => void response.destroy(),
  'reset within': (response, text) => {
    response.writeHead(200, { 'content-length': text.length })
    response.write(text.slice(0, text.length / 2), () => response.destroy())
  },
  'status 429': (response) => void response.writeHead(429, { 'retry-after': '1' }).end('slow down'),
  'status 500': (response) => void response.writeHead(500).end('<html>oops</html>'),
  'cut JSON': (response, text) => void response.writeHead(200).end(text.slice(0, -1 - text.length / 3)),
  'not JSON': (response) => void response.writeHead(200).end('<html>Welcome</html>'),
  'one error for all': (response) =>
    void response.writeHead(200).end('{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch"}}'),
  slow: async (response, text) => {
    await sleep(3)
    response.writeHead(200).end(text)
  },
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** A node that tells the truth of a chain, mostly. One request after the other: their order is the only clock. */
export async function startFaultyRpc(options: FaultyRpcOptions): Promise<FaultyRpc> {
  const { chain, random, pruned, onRequest, onFault } = options
  const answersTo = async (calls: RawCall[]): Promise<RawAnswer[]> => {
    const kind = random(100)
    // All of the batch from one node, or each call from any.
    const view = kind < 12 ? otherView(chain, random) : chain.now()
    if (kind < 17) onFault(kind < 12 ? 'another node' : 'several nodes')
    const answers: RawAnswer[] = []
    for (const call of calls) {
      const from = kind >= 12 && kind < 17 && random(2) === 0 ? laggingView(chain, random) : view
      answers.push(await truth(chain, from, call))
    }
    if (kind >= 17 && kind < 21) {
      onFault('pruned node')
      return prune(calls, answers, { horizon: chain.now().length - pruned, random })
    }
    // Every second answer with logs lies about them.
    const hasLogs = answers.some(({ result }) => Array.isArray(result) && result.length > 0)
    const isLie = hasLogs && random(2) === 0
    const lies = isProvable(calls) ? logLies : plainLies
    const fault = isLie ? lies[random(lies.length)] : choose(random, answerFaults)
    if (!fault) return answers
    onFault(fault)
    return spoil(fault, answers, random)
  }
  const handle = async (body: string, response: ServerResponse) => {
    const calls = requestShape.parse(JSON.parse(body))
    // An indexer begins each life with single calls: failing most of those, it would never come to its work.
    const isOpening = calls.length === 1
    const isForLogs = calls.some(({ method }) => method === 'eth_getLogs')
    const isCalm = isOpening ? random(8) !== 0 : (await onRequest(isForLogs)) || random(3) === 0
    const sound = async () => Promise.all(calls.map((call) => truth(chain, chain.now(), call)))
    const text = JSON.stringify(await (isCalm ? sound() : answersTo(calls)))
    const fault = isCalm ? undefined : choose(random, wireFaults)
    if (!fault) return void response.writeHead(200).end(text)
    onFault(fault)
    await overWire[fault](response, text)
  }
  let line = Promise.resolve()
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request).catch(() => undefined)
    if (body === undefined) return
    line = line.then(() => handle(body, response)).catch(() => void response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const heads = startFaultyHeads(server, { ...options, random: options.heads })
  const kill = () => {
    server.close()
    server.closeAllConnections()
    heads.kill()
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, announce: heads.announce, kill }
}

/** Behind or older, but not so far that a range below the finalized block could come back empty. */
function laggingView(chain: SimChain, random: Random): View {
  const view = otherView(chain, random)
  return view.length > chain.now().length - FARTHEST_BEHIND ? view : chain.now()
}
