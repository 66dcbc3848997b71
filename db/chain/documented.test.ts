import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'

test('docs/mirror.md names every table and view, and no other', async () => {
  const { indexer } = await databaseForTest()
  const rows = await indexer<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'chain'::regnamespace and relkind in ('r', 'v') order by 1`
  const text = readFileSync(new URL('../../docs/mirror.md', import.meta.url), 'utf8')
  const lines = text.split('\n## Who is told')[0]?.split('\n') ?? []
  const cells = lines.filter((line) => line.startsWith('| `')).map((line) => line.split('|')[1] ?? '')
  const own = text.split("\n## The indexer's own\n")[1]?.split('\n\n')[0]
  const named = [...cells, own ?? ''].flatMap((part) =>
    [...part.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
  )
  expect([...named].sort()).toEqual(rows.map(({ name }) => name).sort())
})
