import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { type Changes, writeChanges } from './changes.ts'
import { asOverdrawn } from './overdrawn.ts'
import { insertTail, lockPosition, type MirroredBlock, movePosition, type Position } from './position.ts'

export type Advance = {
  /** Where this process left the mirror. */
  expected: Position
  changes: Changes
  /** Consecutive, oldest first; the last is where the mirror then stands. */
  blocks: [MirroredBlock, ...MirroredBlock[]]
  /** No block below can be replaced any more. */
  finalized: number
}

/**
 * Mirrors what changed up to the last of `blocks`: all of it or nothing, in one transaction.
 * @throws Final `chain.second-writer`, `chain.overdrawn`
 */
export async function advance(
  sql: Sql,
  { expected, changes, blocks, finalized }: Advance,
): Promise<Position> {
  const block = blocks.at(-1) ?? blocks[0]
  await inTransaction(sql, async (tx) => {
    await lockPosition(tx, expected)
    await writeChanges(tx, changes).catch((error: unknown) => {
      throw asOverdrawn(error)
    })
    await insertTail(tx, blocks)
    await movePosition(tx, { block, finalized })
    await changes.touched.notify(tx, block.number)
  })
  return { number: block.number, hash: block.hash }
}
