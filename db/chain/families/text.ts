import type { Hex } from '../../bytes.ts'
import { type Column, columnsOf, type Family, type Place, type SqlType } from './family.ts'

/** No value's text: they are digits, hex, or words of ours. */
const NULL = '-'

const plain = { sql: (name: string) => `${name}::text`, code: (value: unknown) => String(value) }

/**
 * A value as text, once in SQL and once in code: the audit's own way to both, so that an error of what writes rows does
 * not hide itself. No text has a space in it.
 */
const texts: Record<SqlType, { sql: (name: string) => string; code: (value: never) => string }> = {
  ...{ bigint: plain, integer: plain, smallint: plain, numeric: plain, boolean: plain },
  // With the microseconds that no block has, but a row might.
  timestamptz: { sql: (name) => `extract(epoch from ${name})::text`, code: (value) => `${value}.000000` },
  text: {
    sql: (name) => `encode(convert_to(${name}, 'utf8'), 'hex')`,
    code: (value: string) => Buffer.from(value).toString('hex'),
  },
  bytea: { sql: (name) => `encode(${name}, 'hex')`, code: (value: Hex) => value.slice(2) },
  'bytea[]': {
    sql: (name) =>
      `array_to_string(array(select 'x' || encode(e, 'hex') from unnest(${name}) with ordinality as each (e, n) order by n), ',')`,
    code: (values: Hex[]) => values.map((value) => value.slice(1)).join(),
  },
  'numeric[]': { sql: (name) => `array_to_string(${name}, ',')`, code: (values: bigint[]) => values.join() },
}

/** The SQL of a row's line: all its columns, block and log number first. */
export function lineSql(family: Family<Place>): string {
  const values = columnsOf(family).map(({ name, type }) => `coalesce(${texts[type].sql(name)}, '${NULL}')`)
  return `concat_ws(' ', ${values.join()})`
}

/** The line of the row that a fact must be. */
export function lineOf<Fact extends Place>(family: Family<Fact>, fact: Fact): string {
  const text = (column: Column<Fact>) => {
    const value = column.of(fact)
    return value === null ? NULL : texts[column.type].code(value as never)
  }
  return columnsOf(family).map(text).join(' ')
}
