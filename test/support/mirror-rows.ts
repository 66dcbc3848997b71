import { eachFamily } from '../../db/chain/facts.ts'
import type { SqlType } from '../../db/chain/families/family.ts'
import type { Sql } from '../../db/client.ts'
import type { Row } from './oracle.ts'

/** A column as text, as the oracle writes it. */
function textOf(name: string, type: SqlType): string {
  if (type === 'bytea') return `'0x' || encode(${name}, 'hex')`
  if (type === 'timestamptz') return `extract(epoch from ${name})::bigint::text`
  if (type === 'bytea[]') return `(select string_agg('0x' || encode(x, 'hex'), ',') from unnest(${name}) x)`
  if (type === 'numeric[]') return `array_to_string(${name}, ',')`
  return `${name}::text`
}

/** What the mirror says, family by family in chain order: block, number in it, transaction, then the columns. */
export async function mirrorRows(sql: Sql): Promise<Record<string, Row[]>> {
  const each = eachFamily.map(([family, { table, columns }]) => {
    const place = ['block_number::text', 'log_index::text', textOf('tx_hash', 'bytea')]
    const all = [...place, ...columns.map(({ name, type }) => textOf(name, type))]
    return `select '${family}' as family, block_number, log_index, json_build_array(${all.join()})::text as line
      from chain.${table} as fact`
  })
  const found = await sql.unsafe<{ family: string; line: string }[]>(
    `${each.join(' union all ')} order by block_number, log_index`,
  )
  const rows: Record<string, Row[]> = Object.fromEntries(eachFamily.map(([family]) => [family, []]))
  for (const { family, line } of found) rows[family]?.push(JSON.parse(line))
  return rows
}
