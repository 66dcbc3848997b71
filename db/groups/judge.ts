import { gateWords, type NameOf } from '../../core/group/evaluate.ts'
import { conditionsOf } from '../../core/group/gate.ts'
import { parseGate } from '../../core/group/parse.ts'
import type { Group } from '../../core/group/shape.ts'
import { judge, mayOf } from '../../core/group/standing.ts'
import type { Db } from '../client.ts'
import { factsOf } from './facts.ts'
import type { GroupRow } from './row.ts'

/** Who reads; null when not signed in. */
export type Reader = { memberId: string | null; now: Date }

/** What these city cells are called. */
export async function citiesNamed(
  db: Db,
  cells: readonly string[],
): Promise<NameOf & ((cell: string) => string)> {
  const rows =
    cells.length === 0
      ? []
      : await db<{ cell: string; name: string }[]>`
          select p.city as cell, mode() within group (order by s.address ->> 'city') as name
          from app.store_place p join app.store s on s.id = p.store_id
          where p.city = any(${[...new Set(cells)]}::text[]) group by p.city`
  const names = new Map(rows.map(({ cell, name }) => [cell, name]))
  return (cell) => names.get(cell) ?? `the city cell ${cell}`
}

const cellsOf = ({ gate, city }: GroupRow): string[] => [
  ...(city === null ? [] : [city]),
  ...(gate === null
    ? []
    : conditionsOf(parseGate(gate)).flatMap((each) => (each.kind === 'city' ? each.cell : []))),
]

/** Groups as their reader sees them; of gates, all by one block of the mirror. */
export async function toGroups(
  db: Db,
  rows: readonly GroupRow[],
  { memberId, now }: Reader,
): Promise<Group[]> {
  const nameOf = await citiesNamed(db, rows.flatMap(cellsOf))
  const asks = memberId !== null && rows.some(({ gate, role }) => gate !== null && role !== 'owner')
  const shown = asks ? ((await factsOf(db, { memberIds: [memberId], now })).get(memberId) ?? null) : null
  return rows.map((row): Group => {
    const standing = memberId === null ? null : judge(row, { shown, nameOf })
    return {
      ...{ id: row.id, slug: row.slug, name: row.name, about: row.about, access: row.access },
      gate: row.gate === null ? null : { text: row.gate, words: gateWords(parseGate(row.gate), nameOf) },
      ...{ city: row.city, place: row.city === null ? null : nameOf(row.city), members: row.members },
      created_at: row.created_at.toISOString(),
      mine: { role: row.role, standing, may: mayOf(row, standing?.open ?? false) },
    }
  })
}
