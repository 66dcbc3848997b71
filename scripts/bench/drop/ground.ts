import { latLngToCell } from 'h3-js'
import { startSession } from '../../../app/auth/start.ts'
import { openStores } from '../../../app/auth/stores.ts'
import { readKeys } from '../../../core/auth/token.ts'
import { resolutions } from '../../../core/cell/cell.ts'
import { karma } from '../../../core/karma/amount.ts'
import { writeChannel } from '../../../db/channels/write.ts'
import { connect, type Sql } from '../../../db/client.ts'
import { addFollow } from '../../../db/follows/add.ts'
import { type CheckoutWorld, startCheckoutWorld, type TestShop } from '../../../test/support/checkout.ts'
import { type Child, startChild } from '../../../test/support/child.ts'
import { addCatalog } from '../../../test/support/members.ts'
import { WEBHOOK_SECRET } from '../../../test/support/notify.ts'
import { type StormPostgres, startStormPostgres } from '../../../test/support/storm-postgres.ts'
import { freePort } from '../../engines/ports.ts'
import { newTokenKey } from '../auth/ground.ts'
import { fill, memberId } from '../feed/fill.ts'
import { spotsOf } from '../feed/spots.ts'
import { makeWorld } from '../feed/world.ts'
import type { DropSize } from './plan.ts'

/** Somebody online: whom a token names, where they read from, and where the shop's mail goes. */
export type Online = { id: string; token: string; near: string; email: string }
export type DropGround = {
  sql: Sql
  /** The superuser's only connection. */
  admin: Sql
  world: CheckoutWorld
  web: Child
  worker: Child
  origin: string
  shops: TestShop[]
  /** Of each shop, and last the one that asks for karma. */
  drops: string[]
  spot: { sneakerId: string; storeId: string }
  online: Online[]
  close: () => Promise<void>
}

export type GroundSize = DropSize & { posts: number; hooks: number; contexts: number }
const statements = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'all' }

/** Members of the filled database, each with a session as a sign-in starts it; the log-in's hash is another bench's matter. */
async function signAllIn(sql: Sql, { origin, pem, size }: { origin: string; pem: string; size: GroundSize }) {
  const deps = { sql, origin, stores: openStores({ sql, redis: undefined }), now: () => new Date() }
  const keys = await readKeys(pem, origin)
  const spots = spotsOf(makeWorld(size.posts, 1), size.members)
  await sql`update app.member set email = username || '@bench.example' where username ~ '^bench_[0-9]+$'`
  const online: Online[] = []
  for (const [nth, { latitude, longitude }] of spots.entries()) {
    const id = memberId(nth)
    const { access } = await startSession({ ...deps, keys }, { memberId: id, userAgent: 'bench' })
    const near = latLngToCell(latitude, longitude, resolutions.area)
    online.push({ id, token: access, near, email: `bench_${nth}@bench.example` })
  }
  return online
}

/** So many members hear of the pair at an address of their own, too. */
async function addHooks(
  { sql, keys }: CheckoutWorld,
  told: { sneakerId: string; url: string; count: number },
) {
  for (let nth = 0; nth < told.count; nth++) {
    const member = memberId(nth)
    await addFollow(sql, { memberId: member, filter: { sneaker_id: told.sneakerId } })
    const address = { kind: 'webhook', url: `${told.url}/${nth}`, secret: WEBHOOK_SECRET } as const
    await writeChannel(sql, keys.ring, { memberId: member, label: 'bench', address })
  }
}

async function openDatabase(posts: number): Promise<{ postgres: StormPostgres; sql: Sql; admin: Sql }> {
  const postgres = await startStormPostgres(statements)
  const sql = connect(postgres.appUrl, { name: 'bench', max: 4 })
  const admin = connect(postgres.ownerUrl, { name: 'bench', max: 1 })
  await admin`create extension pg_stat_statements`
  await fill(admin, makeWorld(posts, 1), false)
  return { postgres, sql, admin }
}

async function openWeb({ files }: CheckoutWorld['keys'], appUrl: string, profile: string | undefined) {
  const pem = newTokenKey()
  const port = await freePort()
  const child = await startChild('scripts/bench/auth/web.ts', {
    ...{ APP_DATABASE_URL: appUrl, PORT: String(port), JWT_KEY: pem, NODE_ENV: 'production' },
    ...{ VAULT_KEYS: files.vault, CHECKOUT_PUBLIC_KEY: files.published, VAPID_KEYS: files.vapid },
    ...(profile && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` }),
  })
  return { child, pem, origin: `http://localhost:${port}` }
}

/**
 * A Postgres with default settings that counts its statements, shops, a web process and a worker as `npm start` has them, and
 * members with sessions. Everything is gone after `close`.
 * @param hookUrl where the members' own addresses are
 * @param profile a folder for the web process's CPU profile
 */
export async function openDropGround(
  size: GroundSize,
  { hookUrl, profile }: { hookUrl: string; profile?: string | undefined },
): Promise<DropGround> {
  const { postgres, sql, admin } = await openDatabase(size.posts)
  const database = {
    app: sql,
    appUrl: postgres.appUrl,
    ownerUrl: postgres.ownerUrl,
    close: async () => undefined,
  }
  const world = await startCheckoutWorld({ database })
  const shops: TestShop[] = []
  for (let nth = 0; nth < size.shops; nth++) shops.push(await world.openShop())
  const dear = await world.addDrop(shops[0]?.origin ?? '', karma(1_000))
  const spot = await addCatalog(sql)
  const { child: web, pem, origin } = await openWeb(world.keys, postgres.appUrl, profile)
  const online = await signAllIn(sql, { origin, pem, size })
  await addHooks(world, { sneakerId: spot.sneakerId, url: hookUrl, count: size.hooks })
  const worker = await world.openWorker({ contexts: size.contexts, drainSeconds: 20 })
  const close = async () => {
    await web.stop()
    await world.close()
    await Promise.all([sql.end({ timeout: 2 }), admin.end({ timeout: 2 })])
    await postgres.stop()
  }
  const drops = [...shops.map(({ dropId }) => dropId), dear]
  return { sql, admin, world, web, worker, origin, shops, drops, spot, online, close }
}
