import { z } from 'zod'
import { Retryable } from '../../core/errors.ts'
import { issueOf } from '../../core/issue.ts'

export type Call = { method: string; params: unknown[] }
/** What a node said to one call: its result, or why it refused. */
export type Answer = { result: unknown } | { refused: string }
export type Rpc = {
  /** Scheme, host and port alone: an RPC URL's path and query may hold an access key. */
  origin: string
  /**
   * Answers in the order of the calls, from one HTTP request per 100 of them.
   * @throws Retryable `chain.unreachable`, `chain.bad-answer`
   */
  batch: (calls: Call[]) => Promise<Answer[]>
}
export type RpcOptions = {
  /** Gives up every request in flight. */
  signal?: AbortSignal
  timeoutMs?: number
}

const CALLS_PER_REQUEST = 100
/** Of one answer. What is larger is asked for in parts: a mirror's memory must not depend on a node's generosity. */
const LARGEST_ANSWER = 10 * 1024 * 1024

const answerShape = z.union([
  z.object({ id: z.int(), error: z.object({ message: z.string() }) }),
  z.object({ id: z.int(), result: z.unknown() }).refine((answer) => 'result' in answer),
])
const answersShape = z.union([z.array(answerShape), answerShape.transform((answer) => [answer])])

/** A hex quantity as a number. Source: Ethereum JSON-RPC, "Quantities". */
export const quantityShape = z
  .string()
  .regex(/^0x[0-9a-f]{1,13}$/)
  .transform(Number)

/** A number as a hex quantity. */
export function toQuantity(value: number): string {
  return `0x${value.toString(16)}`
}

export function badAnswer(origin: string, reason: string, cause?: unknown): Retryable {
  return new Retryable({
    code: 'chain.bad-answer',
    message: `The chain at ${origin} gave an answer that cannot be used: ${reason}.`,
    fix: 'Check that RPC_URL is an Ethereum JSON-RPC endpoint that serves logs and blocks.',
    cause,
  })
}

/** In the words of Geth, Reth and Nethermind (EIP-4444), of Geth about states, of Erigon, and of those who host them. */
const PRUNED = /\bprun(?:ed|ing)\b|missing trie node|\barchiv(?:e|al) (?:node|state|data|access)/i

/** Only one that is never answered otherwise is final: behind one URL may stand nodes that have more. */
export function pruned(origin: string, reason: string): Retryable {
  return new Retryable({
    code: 'chain.pruned',
    message: `The chain at ${origin} has no more of what it was asked for: ${reason}.`,
    fix: 'Point RPC_URL at an archive node, one that keeps all blocks and logs from the first to be mirrored.',
  })
}

function unreachable(origin: string, reason: string, cause?: unknown): Retryable {
  return new Retryable({
    code: 'chain.unreachable',
    message: `The chain at ${origin} does not answer: ${reason}.`,
    fix: 'Check RPC_URL and that the node is running.',
    cause,
  })
}

/** undici says only "fetch failed"; its cause knows more. */
function reasonOf(error: Error): string {
  const cause = error.cause as NodeJS.ErrnoException | undefined
  return cause?.code ?? cause?.message ?? error.message
}

/** @returns undefined when the body is larger than an answer may be */
async function readBody(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > LARGEST_ANSWER) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts, size).toString()
}

async function post(url: string, body: string, { signal, timeoutMs = 20_000 }: RpcOptions): Promise<unknown> {
  const origin = new URL(url).origin
  const timeout = AbortSignal.timeout(timeoutMs)
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  }
  const text = await fetch(url, request)
    .then(async (response) => {
      if (!response.ok) throw new Error(`HTTP status ${response.status}`)
      return readBody(response)
    })
    .catch((cause: Error) => {
      throw unreachable(origin, reasonOf(cause), cause)
    })
  if (text === undefined) throw badAnswer(origin, 'it is larger than 10 MiB')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badAnswer(origin, 'it is not JSON', cause)
  }
}

function inOrder(origin: string, count: number, body: unknown): Answer[] {
  const parsed = answersShape.safeParse(body)
  if (!parsed.success) throw badAnswer(origin, 'it is not JSON-RPC', parsed.error)
  const byId = new Map(parsed.data.map((answer) => [answer.id, answer]))
  return Array.from({ length: count }, (_, id) => {
    const answer = byId.get(id)
    if (!answer) throw badAnswer(origin, 'it leaves out a call of the batch')
    return 'error' in answer ? { refused: answer.error.message } : { result: answer.result }
  })
}

/** A JSON-RPC 2.0 client over HTTP. Connections are kept alive by fetch; nothing is sent until the first call. */
export function openRpc(url: string, options: RpcOptions = {}): Rpc {
  const { origin } = new URL(url)
  const batch = async (calls: Call[]): Promise<Answer[]> => {
    const answers: Answer[] = []
    for (let start = 0; start < calls.length; start += CALLS_PER_REQUEST) {
      const part = calls.slice(start, start + CALLS_PER_REQUEST)
      const body = JSON.stringify(part.map((call, id) => ({ jsonrpc: '2.0', id, ...call })))
      answers.push(...inOrder(origin, part.length, await post(url, body, options)))
    }
    return answers
  }
  return { origin, batch }
}

/**
 * The answer's result in the given shape.
 * @throws Retryable `chain.bad-answer` when the node refused or answered in another shape, `chain.pruned` when it says
 *   that it has forgotten
 */
export function resultOf<Shape extends z.ZodType>(
  { origin }: Rpc,
  answer: Answer | undefined,
  shape: Shape,
): z.infer<Shape> {
  if (!answer) throw badAnswer(origin, 'nothing')
  if ('refused' in answer)
    throw PRUNED.test(answer.refused) ? pruned(origin, answer.refused) : badAnswer(origin, answer.refused)
  const parsed = shape.safeParse(answer.result)
  if (parsed.success) return parsed.data
  throw badAnswer(origin, issueOf(parsed.error), parsed.error)
}

/** Number of the newest block. @throws Retryable `chain.unreachable`, `chain.bad-answer` */
export async function blockNumber(rpc: Rpc): Promise<number> {
  const [answer] = await rpc.batch([{ method: 'eth_blockNumber', params: [] }])
  return resultOf(rpc, answer, quantityShape)
}

/** EIP-155 id. @throws Retryable `chain.unreachable`, `chain.bad-answer` */
export async function chainId(rpc: Rpc): Promise<number> {
  const [answer] = await rpc.batch([{ method: 'eth_chainId', params: [] }])
  return resultOf(rpc, answer, quantityShape)
}
