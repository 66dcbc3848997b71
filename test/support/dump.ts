import { connect } from '../../db/client.ts'

/** Every row of every table of every schema as text; what is stored as bytes is there as hex and as it stands. */
export async function dumpEverything(ownerUrl: string): Promise<string> {
  const sql = connect(ownerUrl, { name: 'test', max: 1 })
  try {
    const tables = await sql<{ schema: string; name: string }[]>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
    const lines: string[] = []
    for (const { schema, name } of tables) {
      const rows = await sql<{ line: string }[]>`select t::text as line from ${sql(schema)}.${sql(name)} t`
      lines.push(...rows.map(({ line }) => `${schema}.${name} ${line}`))
    }
    const text = lines.join('\n')
    const bytes = [...text.matchAll(/\\x((?:[0-9a-f]{2})+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex'))
    return [text, ...bytes.map((one) => one.toString('latin1'))].join('\n')
  } finally {
    await sql.end()
  }
}
