import { expect, test } from 'vitest'
import { connect } from '../../db/client.ts'
import { roleUrl } from '../../db/roles.ts'
import { emptyDatabase, run } from '../../test/support/cli.ts'
import { parseMigrateFlags, urlsOf } from './flags.ts'

const migrate = (env: Record<string, string>, ...args: string[]) => run('scripts/migrate.ts', args, env).ended

async function ground() {
  const { url, sql } = await emptyDatabase()
  const app = roleUrl(url, 'app', 'app-password')
  const indexer = roleUrl(url, 'chain', 'indexer-password')
  return { sql, env: { DATABASE_URL: url, APP_DATABASE_URL: app, INDEXER_DATABASE_URL: indexer } }
}

test('four that begin at once on an empty database make roles and schemas once, and all end well', async () => {
  const { sql, env } = await ground()
  const ends = await Promise.all(Array.from({ length: 4 }, () => migrate(env)))
  expect(ends.map(({ code, err }) => [code, err])).toEqual(Array(4).fill([0, '']))
  const ran = ends.flatMap(({ out }) => [...out.matchAll(/(?:app|chain)\/\w+\.sql/g)].map(String))
  expect(new Set(ran).size).toBe(ran.length)
  const rows = await sql`select 'app/' || name as name from app.migration
    union all select 'chain/' || name from chain.migration`
  expect(ran.sort()).toEqual(rows.map(({ name }) => `${name}`).sort())
  expect((await migrate(env)).out).toBe('The database was up to date.\n')
})

test('a process of one role can ask whether its schema is there, and is told what is missing', async () => {
  const { sql, env } = await ground()
  await migrate(env)
  const { DATABASE_URL: _, INDEXER_DATABASE_URL: __, ...own } = env
  expect(await migrate(own, '--check')).toMatchObject({ code: 0, out: 'The database is up to date.\n' })
  await sql`delete from app.migration where name like '042%'`
  expect(await migrate(own, '--check')).toMatchObject({
    code: 1,
    out: 'Still to run: app/042_ended_lately.sql.\n',
  })
})

test('a migration that fails leaves nothing of it, and the next run goes on', async () => {
  const { sql, env } = await ground()
  await migrate(env)
  await sql`delete from app.migration where name like '042%'`
  // The index is there already: the statement fails.
  expect(await migrate(env)).toMatchObject({ code: 1, err: expect.stringContaining('already exists') })
  await sql`drop index app.purchase_request_ended`
  expect(await migrate(env)).toMatchObject({ code: 0, out: 'Ran app/042_ended_lately.sql.\n' })
  const app = connect(env.APP_DATABASE_URL, { name: 'test', max: 1 })
  const [row] = await app`select to_regclass('app.purchase_request_ended') is not null as there`
  await app.end()
  expect(row).toEqual({ there: true })
})

test('URLs that do not belong together are refused before anything is touched', () => {
  const flags = parseMigrateFlags([])
  const at = (user: string) => `postgres://${user}:x@db/snpd`
  const both = { APP_DATABASE_URL: at('snpd_app'), INDEXER_DATABASE_URL: at('snpd_indexer') }
  expect(urlsOf({ ...both, DATABASE_URL: at('owner') }, flags)).toMatchObject({ DATABASE_URL: at('owner') })
  expect(() => urlsOf({ ...both, APP_DATABASE_URL: at('me'), DATABASE_URL: at('owner') }, flags)).toThrow(
    'APP_DATABASE_URL is not of the role snpd_app',
  )
  expect(() => urlsOf({ APP_DATABASE_URL: at('snpd_app') }, flags)).toThrow('INDEXER_DATABASE_URL is missing')
  expect(() => urlsOf({}, parseMigrateFlags(['--check']))).toThrow('must be set')
})
