import { z } from 'zod'
import { type Answer, badAnswer, type Call, quantityShape, type Rpc, resultOf, toQuantity } from './rpc.ts'

type Hex = `0x${string}`
export const hashShape = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)])
const NO_LOGS: Hex = `0x${'0'.repeat(512)}`

const headerShape = z
  .object({
    ...{ number: quantityShape, hash: hashShape, parentHash: hashShape, timestamp: quantityShape },
    logsBloom: z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{512}$/)]).default(NO_LOGS),
  })
  .nullable()

/** `timestamp` is seconds since the Unix epoch. `logsBloom` is all zero on chains that keep none. */
export type Header = { number: number; hash: Hex; parentHash: Hex; timestamp: number; logsBloom: Hex }
export type BlockTag = number | 'latest' | 'finalized'

/** The call for a block's header, to be put into a batch. */
export function headerCall(block: BlockTag): Call {
  return {
    method: 'eth_getBlockByNumber',
    params: [typeof block === 'number' ? toQuantity(block) : block, false],
  }
}

/**
 * What a `headerCall` was answered; null where the node has no such block (or does not know the tag `finalized`).
 * @throws Retryable `chain.bad-answer`
 */
export function toHeader(rpc: Rpc, block: BlockTag, answer: Answer | undefined): Header | null {
  if (block === 'finalized' && answer && 'refused' in answer) return null
  const header = resultOf(rpc, answer, headerShape)
  if (header && typeof block === 'number' && header.number !== block)
    throw badAnswer(rpc.origin, `block ${header.number} for block ${block}`)
  return header
}

/**
 * The headers of the blocks, in order; null as in `toHeader`.
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function readHeaders(rpc: Rpc, blocks: BlockTag[]): Promise<(Header | null)[]> {
  const answers = await rpc.batch(blocks.map(headerCall))
  return blocks.map((block, index) => toHeader(rpc, block, answers[index]))
}
