import { z } from 'zod'
import type { Random } from '../../core/random.ts'
import type { RawAnswer, RawCall } from './faulty-rpc-answer.ts'

/** What nodes say of what they have no more: Geth and Nethermind, Geth and Bor, Erigon. */
const WORDS = [
  { code: 4444, message: 'pruned history unavailable' },
  { code: -32000, message: 'missing trie node 9f0c (path ) state 0x9f0c is not available' },
  { code: -32000, message: 'old data not available due to pruning' },
]

const rangeShape = z.object({ fromBlock: z.string().transform(Number) })

/** True for a call about something below the horizon; every node keeps block 0. */
function isOld({ method, params }: RawCall, horizon: number): boolean {
  const [first] = params
  if (method === 'eth_getBlockByNumber') return Number(first) > 0 && Number(first) < horizon
  const range = rangeShape.safeParse(first)
  return method === 'eth_getLogs' && range.success && range.data.fromBlock < horizon
}

/**
 * The answers as a node gives them that has nothing below the horizon any more: it says so, or is silent and has neither
 * blocks nor logs there.
 */
export function prune(
  calls: RawCall[],
  answers: RawAnswer[],
  { horizon, random }: { horizon: number; random: Random },
): RawAnswer[] {
  const isSilent = random(3) === 0
  const error = WORDS[random(WORDS.length)]
  return answers.map((answer, at) => {
    const call = calls[at]
    if (!call || !isOld(call, horizon)) return answer
    if (!isSilent) return { jsonrpc: '2.0', id: answer.id, error }
    if (call.method === 'eth_getBlockByNumber') return { ...answer, result: null }
    const logs = Array.isArray(answer.result) ? answer.result : []
    return { ...answer, result: logs.filter(({ blockNumber }) => Number(blockNumber) >= horizon) }
  })
}
