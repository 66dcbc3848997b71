import { type Hex, toByteaList } from '../../bytes.ts'
import type { Db } from '../../client.ts'
import { copyInto } from '../../copy/copy.ts'
import { BinaryRows } from '../../copy/encode.ts'
import { type Column, columnsOf, type Family, type Place, type SqlType } from './family.ts'

/** Up to here one insert of arrays is faster than a COPY. */
const UNNEST_ROWS = 200

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
const plain = (value: unknown) => String(value)
const bytes = (hex: Hex) => `"\\\\x${hex.slice(2)}"`

/** One value as an element of an array literal. Arrays of arrays travel as texts: unnest would flatten them. */
const literals: Record<SqlType, (value: never) => string> = {
  ...{ bigint: plain, integer: plain, smallint: plain, numeric: plain, boolean: plain },
  timestamptz: plain,
  text: quote,
  bytea: bytes,
  'bytea[]': (hexes: Hex[]) => quote(toByteaList(hexes)),
  'numeric[]': (values: bigint[]) => quote(`{${values.join()}}`),
}

/** The SQL type of a column's array parameter, and how one element of it becomes the column's value. */
function unnested({ type }: Column<never>, element: string): { parameter: string; value: string } {
  if (type === 'timestamptz') return { parameter: 'bigint[]', value: `to_timestamp(${element})` }
  if (type === 'bytea[]' || type === 'numeric[]') return { parameter: 'text[]', value: `${element}::${type}` }
  return { parameter: `${type}[]`, value: element }
}

async function unnest<Fact extends Place>(tx: Db, family: Family<Fact>, facts: readonly Fact[]) {
  const columns = columnsOf(family)
  const literal = (column: Column<Fact>, fact: Fact) => {
    const value = column.of(fact)
    return value === null ? 'null' : literals[column.type](value as never)
  }
  const parts = columns.map((column, at) => unnested(column, `c${at}`))
  await tx.unsafe(
    `insert into chain.${family.table} (${columns.map(({ name }) => name).join()})
      select ${parts.map(({ value }) => value).join()}
        from unnest(${parts.map(({ parameter }, at) => `$${at + 1}::text::${parameter}`).join()})
        as fact (${parts.map((_, at) => `c${at}`).join()})`,
    columns.map((column) => `{${facts.map((fact) => literal(column, fact)).join()}}`),
    { prepare: true },
  )
}

async function copy<Fact extends Place>(tx: Db, family: Family<Fact>, facts: readonly Fact[]) {
  const columns = columnsOf(family)
  const rows = new BinaryRows()
  for (const fact of facts) {
    rows.row(columns.length)
    for (const column of columns) {
      const value = column.of(fact)
      if (value === null) rows.null()
      else rows[column.type](value as never)
    }
  }
  await copyInto(tx, `chain.${family.table} (${columns.map(({ name }) => name).join()})`, rows.end())
}

/** Appends facts to their family's table, inside the caller's transaction. */
export async function writeFamily<Fact extends Place>(
  tx: Db,
  family: Family<Fact>,
  facts: readonly Fact[],
): Promise<void> {
  if (facts.length === 0) return
  await (facts.length > UNNEST_ROWS ? copy : unnest)(tx, family, facts)
}
