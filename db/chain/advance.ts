import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import type { Facts } from './facts.ts'
import { insertFacts } from './insert.ts'
import { insertTail, lockPosition, type MirroredBlock, movePosition, type Position } from './position.ts'
import { touchedBy } from './touched.ts'

export type Advance = {
  /** Where this process left the mirror. */
  expected: Position
  facts: Facts
  /** Consecutive, oldest first; the last is where the mirror then stands. */
  blocks: [MirroredBlock, ...MirroredBlock[]]
  /** No block below can be replaced any more. */
  finalized: number
}

/**
 * Mirrors the facts up to the last of `blocks`: all of it or nothing, in one transaction.
 * @throws Final `chain.second-writer`
 */
export async function advance(sql: Sql, { expected, facts, blocks, finalized }: Advance): Promise<Position> {
  const block = blocks.at(-1) ?? blocks[0]
  await inTransaction(sql, async (tx) => {
    await lockPosition(tx, expected)
    await insertFacts(tx, facts)
    await insertTail(tx, blocks)
    await movePosition(tx, { block, finalized })
    await touchedBy(facts).notify(tx, block.number)
  })
  return { number: block.number, hash: block.hash }
}
