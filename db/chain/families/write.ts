import { type Hex, toByteaList } from '../../bytes.ts'
import type { Db } from '../../client.ts'
import { copyInto } from '../../copy/copy.ts'
import { BinaryRows } from '../../copy/encode.ts'
import { type Column, columnsOf, type Family, type Place, type SqlType } from './family.ts'

/** Rows of one family on their way into its table: as what one COPY or one insert of arrays takes. */
export type Rows = { into: string; bytes: Buffer } | { statement: string; parameters: string[] }

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

const namesOf = (columns: { name: string }[]) => columns.map(({ name }) => name).join()

function toArrays<Fact extends Place>(
  { table }: Family<Fact>,
  columns: Column<Fact>[],
  facts: readonly Fact[],
): Rows {
  const literal = (column: Column<Fact>, fact: Fact) => {
    const value = column.of(fact)
    return value === null ? 'null' : literals[column.type](value as never)
  }
  const parts = columns.map((column, at) => unnested(column, `c${at}`))
  const statement = `insert into chain.${table} (${namesOf(columns)})
      select ${parts.map(({ value }) => value).join()}
        from unnest(${parts.map(({ parameter }, at) => `$${at + 1}::text::${parameter}`).join()})
        as fact (${parts.map((_, at) => `c${at}`).join()})`
  const parameters = columns.map((column) => `{${facts.map((fact) => literal(column, fact)).join()}}`)
  return { statement, parameters }
}

function toBytes<Fact extends Place>(
  { table }: Family<Fact>,
  columns: Column<Fact>[],
  facts: readonly Fact[],
): Rows {
  const rows = new BinaryRows()
  for (const fact of facts) {
    rows.row(columns.length)
    for (const column of columns) {
      const value = column.of(fact)
      if (value === null) rows.null()
      else rows[column.type](value as never)
    }
  }
  return { into: `chain.${table} (${namesOf(columns)})`, bytes: rows.end() }
}

/** Facts, at least one, as rows of their family's table. */
export function rowsOf<Fact extends Place>(family: Family<Fact>, facts: readonly Fact[]): Rows {
  return (facts.length > UNNEST_ROWS ? toBytes : toArrays)(family, columnsOf(family), facts)
}

/** Appends the rows, inside the caller's transaction. */
export async function writeRows(tx: Db, rows: Rows): Promise<void> {
  if ('bytes' in rows) await copyInto(tx, rows.into, rows.bytes)
  else await tx.unsafe(rows.statement, rows.parameters, { prepare: true })
}
