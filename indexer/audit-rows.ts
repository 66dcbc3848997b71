import { readHeaders } from '../adapters/chain/headers.ts'
import { proveLogs } from '../adapters/chain/proof.ts'
import { badAnswer } from '../adapters/chain/rpc.ts'
import { digestOf, digestRows, linesOf, readLines } from '../db/chain/audit-rows.ts'
import { eachFamily, type Facts } from '../db/chain/facts.ts'
import type { Db } from '../db/client.ts'
import { createBackfill } from './backfill.ts'
import type { Source } from './fetch.ts'
import type { Pace } from './pace.ts'

/** How many events of one family the chain told, how many rows of it the mirror has. */
export type Counted = { chain: number; mirror: number }
/** A row that one side alone has; one that is mirrored otherwise than the chain tells it is two. */
export type RowDifference = { family: keyof Facts; side: 'chain' | 'mirror'; block: number; log: number }
export type RowsFinding = {
  families: Map<keyof Facts, Counted>
  /** None. */
  differences: RowDifference[]
  /** Questions asked. */
  ranges: number
}
export type RowsOptions = Source & { tx: Db; pace: Pace; range: { from: number; to: number } }

/** Lines of `these` that `those` has not, or not so often. Pure. */
function only(these: string[], those: string[]): string[] {
  const left = new Map<string, number>()
  for (const line of those) left.set(line, (left.get(line) ?? 0) + 1)
  return these.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}

function placesOf(family: keyof Facts, side: RowDifference['side'], lines: string[]): RowDifference[] {
  return lines.map((line) => {
    const [block = 0, log = 0] = line.split(' ', 2).map(Number)
    return { family, side, block, log }
  })
}

/** Hashes first; where they differ, the rows themselves. */
async function compare(
  tx: Db,
  facts: Facts,
  range: RowsOptions['range'],
): Promise<Omit<RowsFinding, 'ranges'>> {
  const digests = await digestRows(tx, range)
  const finding: Omit<RowsFinding, 'ranges'> = { families: new Map(), differences: [] }
  for (const [name, family] of eachFamily) {
    const told = linesOf(family, facts[name])
    const mirrored = digests.get(name)
    finding.families.set(name, { chain: told.length, mirror: mirrored?.count ?? 0 })
    if (mirrored?.hash === digestOf(told).hash) continue
    const lines = await readLines(tx, family, range)
    finding.differences.push(
      ...placesOf(name, 'chain', only(told, lines)),
      ...placesOf(name, 'mirror', only(lines, told)),
    )
  }
  return finding
}

/**
 * A node that lost its old logs tells none, and the mirror would seem to have too many: where it told none of a block, that
 * block's bloom must agree.
 * @throws Retryable `chain.bad-answer`
 */
async function requireTold({ rpc, decoders }: Source, facts: Facts, found: RowDifference[]): Promise<void> {
  const told = new Set(Object.values(facts).flatMap((family) => family.map(({ blockNumber }) => blockNumber)))
  const extra = found.find(({ side, block }) => side === 'mirror' && !told.has(block))
  if (!extra) return
  const [header] = await readHeaders(rpc, [extra.block])
  const logs = header ? await proveLogs(rpc, decoders.filter, [{ header, logs: [] }]) : []
  if (logs.length > 0) throw badAnswer(rpc.origin, `no logs of block ${extra.block}, which has some`)
}

/**
 * Reads all logs of a range again and compares what they say, whole, with the rows: every family, by hash.
 * @throws Retryable `chain.unreachable`; `chain.bad-answer`, also when the node has lost logs
 */
export async function auditRows({ tx, pace, range, ...source }: RowsOptions): Promise<RowsFinding> {
  const backfill = createBackfill(source, pace, (facts) => facts)
  backfill.until = range.to
  const all: RowsFinding = { families: new Map(), differences: [], ranges: 0 }
  for (let from = range.from; from <= range.to; ) {
    // Without a hash: what is asked for need not follow what is mirrored.
    const { made: facts, last } = await backfill.next({ number: from - 1, hash: null })
    const to = last.number
    const { families, differences } = await compare(tx, facts, { from, to })
    await requireTold(source, facts, differences)
    for (const [name, { chain, mirror }] of families) {
      const sum = all.families.get(name) ?? { chain: 0, mirror: 0 }
      all.families.set(name, { chain: sum.chain + chain, mirror: sum.mirror + mirror })
    }
    all.differences.push(...differences)
    all.ranges++
    from = to + 1
  }
  return all
}

/** Where a row differs, in words. Pure. */
export function wordsOf({ family, side, block, log }: RowDifference): string {
  const only = side === 'chain' ? 'the mirror lacks it' : 'the chain has no such row'
  return `${family}, log ${log} of block ${block}: ${only}`
}

/** What differs, in one sentence; null when nothing does. Pure. */
export function sentenceOfRows({ differences }: RowsFinding): string | null {
  const [first] = differences
  return first ? `${differences.length} mirrored rows are not the chain's; ${wordsOf(first)}.` : null
}
