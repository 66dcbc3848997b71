import { createHash } from 'node:crypto'
import type { Db } from '../client.ts'
import { eachFamily, type Facts } from './facts.ts'
import type { Family, Place } from './families/family.ts'
import { lineOf, lineSql } from './families/text.ts'

/** Inclusive. */
type Range = { from: number; to: number }
/** How many rows, and one hash over their lines in chain order. */
export type Digest = { count: number; hash: string }

/** What the mirror has for these blocks, by family, in one statement. */
export async function digestRows(tx: Db, { from, to }: Range): Promise<Map<keyof Facts, Digest>> {
  const each = eachFamily.map(
    ([name, family]) => `select '${name}' as name, count(*)::float8 as count,
      encode(sha256(convert_to(coalesce(string_agg(${lineSql(family)}, E'\\n' order by block_number, log_index), ''), 'utf8')),
        'hex') as hash
      from chain.${family.table} where block_number between $1 and $2`,
  )
  const rows = await tx.unsafe<(Digest & { name: keyof Facts })[]>(each.join(' union all '), [from, to])
  return new Map(rows.map(({ name, count, hash }) => [name, { count, hash }]))
}

/** The lines that facts, in chain order, must be. */
export function linesOf(family: Family<Place>, facts: readonly Place[]): string[] {
  return facts.map((fact) => lineOf(family, fact))
}

/** What the mirror must have. Pure. */
export function digestOf(lines: readonly string[]): Digest {
  return { count: lines.length, hash: createHash('sha256').update(lines.join('\n')).digest('hex') }
}

/** A family's lines of these blocks, in chain order. */
export async function readLines(tx: Db, family: Family<Place>, { from, to }: Range): Promise<string[]> {
  const rows = await tx.unsafe<{ line: string }[]>(
    `select ${lineSql(family)} as line from chain.${family.table} where block_number between $1 and $2
      order by block_number, log_index`,
    [from, to],
  )
  return rows.map(({ line }) => line)
}

/** How many rows there are of blocks that are not mirrored: none. */
export async function countOutside(tx: Db, { from, to }: Range): Promise<number> {
  const each = eachFamily.map(
    ([, { table }]) => `select from chain.${table} where block_number not between $1 and $2`,
  )
  const [row] = await tx.unsafe<{ count: number }[]>(
    `select count(*)::float8 as count from (${each.join(' union all ')}) each`,
    [from, to],
  )
  return row?.count ?? 0
}
