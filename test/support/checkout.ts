import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatePrivateKey } from 'viem/accounts'
import { openQueue } from '../../adapters/queue/checkout.ts'
import { cornerCatalogue } from '../../adapters/retailers/corner/catalogue.ts'
import type { PurchaseMode, PurchaseRequest } from '../../core/checkout/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Sql } from '../../db/client.ts'
import { cancelPurchase } from '../../db/purchases/cancel.ts'
import { confirmPurchase } from '../../db/purchases/confirm.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import { getPurchase } from '../../db/purchases/get.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { startChain } from './chain.ts'
import { type Child, startChild } from './child.ts'
import { createDatabase, type TestDatabase } from './database.ts'
import { makeKeys } from './keys.ts'

export type TestShop = {
  origin: string
  dropId: string
  child: Child
  /** Orders that the shop itself counts for an email. */
  orders: (email: string) => Promise<number>
}
export type TestPurchase = { id: string; memberId: string; email: string }
type Ask = {
  dropId: string
  size?: string
  max?: number
  mode?: PurchaseMode
  currency?: string
  member?: Omit<TestPurchase, 'id'>
  /** False: the web process died before it told the queue. */
  hint?: boolean
}

const address = {
  name: 'Kim Rivera',
  street: '12 Canal St',
  city: 'Portland',
  state: 'OR',
  zip_code: '97201',
  country: 'US',
}

type NewDrop = { origin: string; minKarma: bigint; path: string | undefined }

async function insertDrop(sql: Sql, { origin, minKarma, path }: NewDrop): Promise<string> {
  const [sneaker] = cornerCatalogue
  if (!sneaker) throw new Error('the shop sells nothing')
  const ids = { sneaker: uuidv7(), store: uuidv7(), drop: uuidv7() }
  await sql`insert into app.sneaker (id, style_code, brand, name, colorway, retail_minor, currency)
    values (${ids.sneaker}, ${`T-${ids.sneaker}`}, 'Halyard', 'Court Low', 'Bone', 15000, 'USD')`
  await sql`insert into app.store (id, slug, name, address, latitude, longitude)
    values (${ids.store}, ${ids.store}, 'Corner', ${sql.json(address)}, 45.5, -122.6)`
  await sql`insert into app.drop
    (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, min_karma, opens_at)
    values (${ids.drop}, ${ids.drop}, 'Test drop', ${ids.sneaker}, ${ids.store}, ${origin + (path ?? sneaker.path)}, 15000, 'USD',
      ${['9', '10', '10.5']}, ${String(minKarma)}, now() - interval '1 hour')`
  return ids.drop
}

export type WorldOptions = {
  /** A migrated database; a new one of the test's server by default. */
  database?: Pick<TestDatabase, 'app' | 'appUrl' | 'ownerUrl' | 'close'>
  /** Where the queue is; in Postgres without one. */
  redisUrl?: string | undefined
}
export type CheckoutWorld = Awaited<ReturnType<typeof startCheckoutWorld>>
type WorkerOptions = {
  reviewSeconds?: number
  reconcileSeconds?: number
  contexts?: number
  drainSeconds?: number
  liveSeconds?: number
  /** Another way to the same database. */
  appUrl?: string
  output?: 'inherit' | 'ignore'
}

/** The real parts of a checkout: Postgres, chain, queue; shops and workers as processes. Call `close` when done. */
export async function startCheckoutWorld({ database: given, redisUrl }: WorldOptions = {}) {
  const database = given ?? (await createDatabase())
  const chain = await startChain()
  const keys = await makeKeys()
  const sql = database.app
  const queue = openQueue({ appDatabaseUrl: database.appUrl, redisUrl })
  const deployment = join(mkdtempSync(join(tmpdir(), 'snpd-checkout-')), 'deployment.json')
  writeFileSync(deployment, JSON.stringify(chain.deployment))
  const children: Child[] = []
  const keep = async (starting: Promise<Child>) => {
    const child = await starting
    children.push(child)
    return child
  }

  const addDrop = (origin: string, minKarma = 0n, path?: string) =>
    insertDrop(sql, { origin, minKarma, path })

  const openShop = async (fault = 'none'): Promise<TestShop> => {
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const child = await keep(
      startChild('adapters/retailers/corner/main.ts', { PORT: String(port), SHOP_FAULT: fault }),
    )
    const orders = async (email: string) => {
      const body = (await (await fetch(`${origin}/__orders`)).json()) as { counts: Record<string, number> }
      return body.counts[email] ?? 0
    }
    return { origin, dropId: await addDrop(origin), child, orders }
  }

  const openWorker = ({ appUrl = database.appUrl, output, ...more }: WorkerOptions = {}) => {
    const { reviewSeconds = 60, reconcileSeconds = 2, contexts = 4, drainSeconds = 8, liveSeconds = 0 } = more
    const env = {
      APP_DATABASE_URL: appUrl,
      RPC_URL: chain.rpcUrl,
      DEPLOYMENT: deployment,
      AWARDER_KEY: chain.awarderKey,
      RELAYER_KEY: generatePrivateKey(),
      VAULT_KEYS: keys.files.vault,
      CHECKOUT_KEYS: keys.files.checkout,
      VAPID_KEYS: keys.files.vapid,
      ORIGIN: 'http://localhost:9',
      SNPD_DEMO: '1',
      SNPD_CACHE: '.cache',
      REVIEW_SECONDS: String(reviewSeconds),
      RECONCILE_SECONDS: String(reconcileSeconds),
      LIVE_SECONDS: String(liveSeconds),
      CHECKOUT_CONTEXTS: String(contexts),
      DRAIN_SECONDS: String(drainSeconds),
      ...(redisUrl && { REDIS_URL: redisUrl }),
      ...(process.env.SNPD_BROWSER ? { SNPD_BROWSER: process.env.SNPD_BROWSER } : {}),
    }
    return keep(startChild('workers/main.ts', env, output))
  }

  const addMember = async () => {
    const memberId = uuidv7()
    const email = `${memberId.slice(-12)}@example.org`
    await sql`insert into app.member (id, username, email) values (${memberId}, ${`m_${memberId.slice(-12)}`}, ${email})`
    return { memberId, email }
  }

  const request = async ({
    dropId,
    size = '10',
    max = 20_000,
    mode = 'review',
    currency = 'USD',
    member,
    hint = true,
  }: Ask): Promise<TestPurchase> => {
    const { memberId, email } = member ?? (await addMember())
    const input = { drop_id: dropId, size, max_total_minor: max, currency, mode }
    const id = await createPurchase(sql, keys.ring, { memberId, input, shipping: address, email })
    if (hint) await queue.addCheckout(id, 1)
    return { id, memberId, email }
  }

  const until = async (purchase: TestPurchase, states: string[]): Promise<PurchaseRequest> => {
    for (let tries = 0; tries < 1200; tries++) {
      const found = await getPurchase(sql, purchase)
      if (found && states.includes(found.state)) return found
      if (found?.outcome && !states.includes(found.state)) throw new Error(JSON.stringify(found.outcome))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const last = await getPurchase(sql, purchase)
    throw new Error(`still ${last?.state}: ${last?.events.at(-1)?.message}`)
  }

  const confirm = async (purchase: TestPurchase) => {
    const { review } = await until(purchase, ['review'])
    await confirmPurchase(sql, { ...purchase, totalMinor: review?.total_minor ?? 0 })
  }
  const cancel = (purchase: TestPurchase) => cancelPurchase(sql, purchase)

  /** What a queue engine that was lost and set up anew knows. */
  const emptyQueue = () => sql`truncate queue.job cascade`

  /** How many jobs are in the queue, wherever they stand. */
  const jobs = async () => Object.values(await queue.counts()).reduce((sum, count) => sum + count, 0)

  const close = async () => {
    await Promise.all(children.map((child) => child.stop()))
    await queue.close()
    await chain.close()
    await database.close()
    keys.remove()
  }
  return {
    sql,
    ownerUrl: database.ownerUrl,
    queue,
    keys,
    addDrop,
    openShop,
    openWorker,
    addMember,
    request,
    until,
    confirm,
    cancel,
    emptyQueue,
    jobs,
    close,
  }
}
