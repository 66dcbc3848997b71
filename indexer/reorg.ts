import { readHeaders } from '../adapters/chain/headers.ts'
import { badAnswer, type Rpc } from '../adapters/chain/rpc.ts'
import { Final } from '../core/errors.ts'
import type { Mirror, Position } from '../db/chain/position.ts'
import { readTail, rewind } from '../db/chain/rewind.ts'
import type { Sql } from '../db/client.ts'
import { requireSameChain } from './identity.ts'

type Kept = { number: number; hash: `0x${string}` }

/** Most reorgs are of a few blocks: no more headers than that are read at first, then ever more. */
const FIRST_LOOK = 24

/** The newest of the kept blocks, given newest first, that the chain still has. */
async function commonAncestor(rpc: Rpc, tail: Kept[]): Promise<Kept | undefined> {
  for (let start = 0, count = FIRST_LOOK; start < tail.length; start += count, count *= 4) {
    const part = tail.slice(start, start + count)
    const numbers = part.map(({ number }) => number)
    const headers = await readHeaders(rpc, numbers)
    const ancestor = part.find(({ hash }, index) => headers[index]?.hash === hash)
    if (ancestor) return ancestor
  }
  return undefined
}

/**
 * A node that has not come as far as the oldest hash kept says nothing about it. Nor is anything replaced when it has
 * just that block: of several behind one URL another one answered before, or no hash is kept, as during a backfill.
 */
async function requireReplaced(rpc: Rpc, { number, hash }: Position): Promise<void> {
  const [header] = await readHeaders(rpc, [number])
  if (!header) throw badAnswer(rpc.origin, `it is far behind: it has no block ${number}, mirrored long ago`)
  if (header.hash === hash)
    throw badAnswer(rpc.origin, `it has block ${number}, mirrored long ago, which it had not just now`)
}

/**
 * Takes the mirror back to where the chain still agrees with it.
 * @throws Final `chain.reorg-too-deep` when no kept hash is on the chain; `chain.wrong-id`, `chain.wrong-genesis`;
 *   Retryable `chain.bad-answer` for a node that is further behind than hashes are kept, or was just now
 */
export async function followReorg(sql: Sql, rpc: Rpc, mirror: Mirror): Promise<Position> {
  await requireSameChain(rpc, mirror)
  const tail = await readTail(sql)
  const ancestor = await commonAncestor(rpc, tail)
  if (ancestor) return rewind(sql, mirror, ancestor)
  await requireReplaced(rpc, tail.at(-1) ?? mirror)
  throw new Final({
    code: 'chain.reorg-too-deep',
    message: `The chain at ${rpc.origin} replaced blocks that were final: it has none of the hashes kept below block ${mirror.number}.`,
    fix: 'Check that the node is sound. If the chain really changed, rebuild the mirror: `drop schema chain cascade`, migrate, start again (local demo: `npm start -- --fresh`); see docs/runbooks/reorg-alarm.md.',
  })
}
