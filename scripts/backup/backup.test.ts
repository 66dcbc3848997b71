import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { openDiskPhotos } from '../../adapters/photos/disk.ts'
import { uuidv7 } from '../../core/id.ts'
import { adoptMinted, endOpenPurchases } from '../../db/backup/after.ts'
import { ensureRoles, roleUrl } from '../../db/roles.ts'
import { inTransaction } from '../../db/transaction.ts'
import { alertGround, sayAlert } from '../../test/support/alerts.ts'
import { emptyDatabase, run } from '../../test/support/cli.ts'
import { databaseForTest, type TestDatabase } from '../../test/support/database.ts'
import { performRestore } from '../restore/perform.ts'
import { performBackup } from './perform.ts'

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An installation that is used: members, a session, an alert, a checkout under way, a mirror, a picture. */
async function lived(folder: string): Promise<{ db: TestDatabase; photos: string; requestId: string }> {
  const db = await databaseForTest()
  const ground = await alertGround(db.app)
  await sayAlert(db.app, ground)
  const [dropId, requestId, photo] = [uuidv7(), uuidv7(), uuidv7()]
  await db.app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, 'd', ${'Tab\t, \\N, "quoted" and 𝄞\nnew line'}, ${ground.sneakerId}, ${ground.storeId},
      'https://shop.example/p', 15000, 'USD', ${['10']}, now())`
  await db.app`
    insert into app.purchase_request (id, member_id, drop_id, size, max_total_minor, currency, mode, email, state)
    values (${requestId}, ${ground.memberId}, ${dropId}, '10', 20000, 'USD', 'review', 'a@example.test', 'walking')`
  await db.app`insert into app.purchase_event (request_id, state, message, screenshot)
    values (${requestId}, 'walking', 'x', ${randomBytes(300_000)})`
  await db.app`insert into app.heartbeat (component, at) values ('workers', now())`
  await db.indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number) values (31337, '\\x00', 0, 7)`
  await db.indexer`insert into chain.account (address, balance) values ('\\x01', ${String(2n ** 256n - 1n)})`
  const photos = join(folder, 'photos')
  await openDiskPhotos(photos).put(photo, randomBytes(5000))
  return { db, photos, requestId }
}

async function empty() {
  const { url, sql } = await emptyDatabase()
  await ensureRoles(sql, { app: 'app', indexer: 'indexer' })
  return { sql, appUrl: roleUrl(url, 'app', 'app'), indexerUrl: roleUrl(url, 'chain', 'indexer') }
}

/** What rows must obey, by name. */
const shapeOf = async (sql: TestDatabase['app']) => [
  ...(await sql`select conname, conrelid::regclass::text as at, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace in ('app'::regnamespace, 'chain'::regnamespace) order by 2, 1`),
  ...(await sql`select tgname, tgenabled from pg_trigger where not tgisinternal order by 1`),
]

/** The tables of a backup by their hashes. */
const hashes = ({ tables }: { tables: { schema: string; name: string; sha256: string }[] }) =>
  Object.fromEntries(tables.map(({ schema, name, sha256 }) => [`${schema}.${name}`, sha256]))

test('what was restored is what was saved: every table by its hash, every picture by its bytes', async () => {
  const folder = scratch()
  const { db, photos, requestId } = await lived(folder)
  const saved = await performBackup(db.app, { to: join(folder, 'one'), photos, chain: undefined })
  expect(saved.files).toHaveLength(1)
  expect(Object.keys(hashes(saved))).not.toContain('app.session')
  const target = await empty()
  const restored = await performRestore({
    ...{ from: join(folder, 'one'), ...target, photos: join(folder, 'back'), chain: undefined },
  })
  expect(restored).toMatchObject({ ended: 1, files: 1, tables: saved.tables.length })
  const picture = saved.files[0]?.path.replace('photos/', '') ?? ''
  expect(readFileSync(join(folder, 'back', picture))).toEqual(readFileSync(join(photos, picture)))

  // What restoring itself did to the one open checkout is all that differs.
  const [state] = await target.sql`select state, outcome->>'reason' as reason from app.purchase_request`
  expect(state).toEqual({ state: 'not-ordered', reason: 'cancelled' })
  const [fence] = await target.sql`select state from app.checkout_fence where request_id = ${requestId}`
  expect(fence).toEqual({ state: 'unknown' })
  const [beats] = await target.sql`select count(*)::int as count from app.heartbeat`
  expect(beats).toEqual({ count: 0 })

  const again = await performBackup(target.sql, {
    to: join(folder, 'two'),
    photos: undefined,
    chain: undefined,
  })
  const touched = ['purchase_request', 'purchase_event', 'checkout_fence', 'alert', 'alert_head']
  const still = (all: Record<string, string>) =>
    Object.entries(all).filter(([name]) => !touched.includes(name.replace('app.', '')))
  expect(still(hashes(again))).toEqual(still(hashes(saved)))

  // References, triggers and counters hold as before.
  expect(await shapeOf(target.sql)).toEqual(await shapeOf(db.app))
  const [event] = await target.sql<{ id: bigint }[]>`
    insert into app.purchase_event (request_id, state, message)
    select id, 'not-ordered', 'later' from app.purchase_request returning id`
  const [most] = await target.sql<{ id: bigint }[]>`select max(id) as id from app.purchase_event`
  expect(event?.id).toBe(most?.id)
})

test('a backup that was cut short or changed is refused, and so is a database that is in use', async () => {
  const folder = scratch()
  const { db } = await lived(folder)
  const to = join(folder, 'one')
  await performBackup(db.app, { to, photos: undefined, chain: undefined })
  await expect(performBackup(db.app, { to, photos: undefined, chain: undefined })).rejects.toMatchObject({
    code: 'backup.target',
  })
  const changed = join(folder, 'changed')
  cpSync(to, changed, { recursive: true })
  const file = join(changed, 'database', 'app.member.gz')
  writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)).toString().replace('member', 'admin')))
  const target = await empty()
  const into = (from: string) => performRestore({ from, ...target, photos: undefined, chain: undefined })
  await expect(into(changed)).rejects.toMatchObject({ code: 'backup.broken' })
  rmSync(join(changed, 'manifest.json'))
  await expect(into(changed)).rejects.toMatchObject({ code: 'backup.broken' })
  await into(to)
  await expect(into(to)).rejects.toMatchObject({ code: 'backup.target' })
})

test('an award that was minted after the backup is not minted again', async () => {
  const { app, indexer } = await databaseForTest()
  const { memberId } = await alertGround(app)
  const wallet = randomBytes(20)
  await app`insert into app.wallet (address, member_id) values (${wallet}, ${memberId})`
  const award = async (amount: string) =>
    app`insert into app.award (id, member_id, rule, source_id, amount, ruleset, matures_at)
      values (${uuidv7()}, ${memberId}, 'restock.report', ${uuidv7()}, ${amount}, '\\x00', now())`
  for (const amount of ['10', '10', '10', '7']) await award(amount)
  // The chain says: 10 twice to this wallet, and 7 to somebody else's.
  for (const [id, to, amount] of [
    [1, wallet, '10'],
    [2, wallet, '10'],
    [3, randomBytes(20), '7'],
  ] as const)
    await indexer`insert into chain.award (award_id, to_address, amount, block_number, log_index, tx_hash, block_time)
      values (${id}, ${to}, ${amount}, 1, ${id}, '\\x00', now())`
  expect(await inTransaction(app, adoptMinted)).toBe(2)
  expect(await inTransaction(app, adoptMinted)).toBe(0)
  const rows =
    await app`select amount::text, award_id::int from app.award where award_id is not null order by 2`
  expect([...rows]).toEqual([
    { amount: '10', award_id: 1 },
    { amount: '10', award_id: 2 },
  ])
})

test('a checkout past its fence is left to the shop, as after any crash', async () => {
  const folder = scratch()
  const { db, requestId } = await lived(folder)
  await db.app`update app.purchase_request set state = 'submitting' where id = ${requestId}`
  expect(await inTransaction(db.app, endOpenPurchases)).toBe(0)
})

test('the commands do it end to end, and say that no key is in a backup', async () => {
  const folder = scratch()
  const { db, photos } = await lived(folder)
  const to = join(folder, 'one')
  const env = { APP_DATABASE_URL: db.appUrl, PHOTOS_DIR: photos }
  const saved = await run('scripts/backup.ts', ['--to', to], env).ended
  expect(saved).toMatchObject({ code: 0, err: '', out: expect.stringContaining('No key is in it') })
  const target = await empty()
  const urls = { APP_DATABASE_URL: target.appUrl, INDEXER_DATABASE_URL: target.indexerUrl }
  const restore = (...args: string[]) =>
    run('scripts/restore.ts', args, { ...urls, PHOTOS_DIR: join(folder, 'back') }).ended
  expect(await restore('--from', to)).toMatchObject({ code: 0, err: '' })
  expect(await restore('adopt')).toMatchObject({ code: 0, out: expect.stringMatching(/^0 awards/) })
  expect(await restore('--from', to)).toMatchObject({ code: 1, err: expect.stringContaining('is in use') })
  const [members] = await target.sql`select count(*)::int as count from app.member`
  expect(members).toEqual({ count: 1 })
})

test('a data folder without its keys is not restored into', async () => {
  const folder = scratch()
  const data = join(folder, 'data')
  mkdirSync(data)
  expect(await run('scripts/restore.ts', ['--from', folder, '--data', data]).ended).toMatchObject({
    code: 1,
    err: expect.stringContaining('has no secrets.json and no keys'),
  })
})
