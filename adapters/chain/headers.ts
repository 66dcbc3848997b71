import { z } from 'zod'
import { badAnswer, quantityShape, type Rpc, resultOf, toQuantity } from './rpc.ts'

type Hex = `0x${string}`
export const hashShape = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)])

const headerShape = z
  .object({ number: quantityShape, hash: hashShape, parentHash: hashShape, timestamp: quantityShape })
  .nullable()

/** `timestamp` is seconds since the Unix epoch. */
export type Header = { number: number; hash: Hex; parentHash: Hex; timestamp: number }
export type BlockTag = number | 'latest' | 'finalized'

/**
 * The headers of the blocks, in order; null where the node has no such block (or does not know the tag `finalized`).
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function readHeaders(rpc: Rpc, blocks: BlockTag[]): Promise<(Header | null)[]> {
  const answers = await rpc.batch(
    blocks.map((block) => ({
      method: 'eth_getBlockByNumber',
      params: [typeof block === 'number' ? toQuantity(block) : block, false],
    })),
  )
  return blocks.map((block, index) => {
    const answer = answers[index]
    if (block === 'finalized' && answer && 'refused' in answer) return null
    const header = resultOf(rpc, answer, headerShape)
    if (header && typeof block === 'number' && header.number !== block)
      throw badAnswer(rpc.origin, `block ${header.number} for block ${block}`)
    return header
  })
}
