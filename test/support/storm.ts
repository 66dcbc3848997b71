import type { AlertFilter } from '../../core/alert/filter.ts'
import { seeded } from '../../core/random.ts'
import { readAlerts } from '../../db/alerts/read.ts'
import { connect, type Sql } from '../../db/client.ts'
import { newTokenKey } from '../../scripts/bench/auth/ground.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { makeKeys, type TestKeys } from './keys.ts'
import type { KillReport } from './kill.ts'
import { openSmallDisk } from './small-disk.ts'
import { StormCrew } from './storm-crew.ts'
import { Ear, wrongHearing } from './storm-ears.ts'
import { addFollowers, type Follower, wrongPost } from './storm-members.ts'
import { type StormPlan, type StormSize, stormPlanOf, type Weather, wholeStorm } from './storm-plan.ts'
import { type Post, startPost } from './storm-post.ts'
import { hasty, type StormPostgres, startStormPostgres } from './storm-postgres.ts'
import { StormRun } from './storm-run.ts'
import { Sea, watchAll } from './storm-sea.ts'
import { requireOneSession, wrongTimes } from './storm-time.ts'
import { changesOf, wrongAlerts, wrongChanges } from './storm-truth.ts'

const EVERY_MS = 1_000
const BEGIN_MS = 120_000
/** All changes and deaths; then all that was told of them. */
const STORM_MS = 420_000
const AFTER_MS = 120_000
const MOST_ALERTS = 100_000
const MOST_TOLD = 12
/** Changes of a storm that `npm test` has time for, and products of each of its shops. */
const [SMALL, FEW_PRODUCTS] = [50, 3]
/** Room for an empty database, its log, and what a storm writes. */
const DISK_MB = 320
/** Its log takes little room, and none that is kept for later: what is written has to be put somewhere. */
const tight = { max_wal_size: '32MB', min_wal_size: '32MB', wal_recycle: 'off', wal_init_zero: 'on' }
/** A receiver that answers at once is told by one before another could look. Milliseconds. */
const SLOW_MS = 120

type World = {
  sql: Sql
  postgres: StormPostgres
  keys: TestKeys
  sea: Sea
  plan: StormPlan
  post: Post
  weather: Weather
}
type Audience = { ears: Ear[]; followers: Follower[] }

/** One pair, one shop, one size of a shop. */
function filtersOf({ berths }: Sea, { sizes }: StormPlan): AlertFilter[] {
  const [first, last] = [berths[0], berths.at(-1)]
  return [
    { sneaker_id: first?.sneakerId },
    { store_id: last?.storeId },
    { size: sizes[0], store_id: first?.storeId },
  ]
}

/** Sockets of which some hear everything, and members who follow. */
async function openAudience(ports: readonly number[], world: World): Promise<Audience> {
  const { sql, sea, plan, keys, post } = world
  const filters = filtersOf(sea, plan)
  const followers = await addFollowers(sql, { ring: keys.ring, post }, filters)
  const all = [{}, ...filters]
  const ears = ports.flatMap((port) => all.map((filter) => new Ear(`http://localhost:${port}`, [filter])))
  return { ears, followers }
}

async function startCrew(crew: StormCrew, { keys }: World): Promise<number[]> {
  const ports = [await freePort(), await freePort()]
  const { vault, vapid, published } = keys.files
  const shared = { ORIGIN: `http://localhost:${ports[0]}`, JWT_KEY: newTokenKey() }
  for (const port of ports)
    await crew.add('gateway', {
      ...{ ...shared, PORT: String(port), VAULT_KEYS: vault, CHECKOUT_PUBLIC_KEY: published },
    })
  for (let count = 0; count < 2; count++) {
    await crew.add('monitor')
    await crew.add('notify', { VAULT_KEYS: vault, VAPID_KEYS: vapid })
  }
  return ports
}

/** Everything that is not as it happened, in words. */
async function wrongs({ sql, sea, post, weather }: World, { ears, followers }: Audience): Promise<string[]> {
  const log = await readAlerts(sql, { after: 0, limit: MOST_ALERTS })
  const posted: string[] = []
  for (const follower of followers) posted.push(...(await wrongPost(sql, { post, log }, follower)))
  return [
    ...wrongChanges(sea, await changesOf(sql)),
    ...wrongAlerts(sea, log),
    ...ears.flatMap((ear) => wrongHearing(ear, log)),
    ...posted,
    ...sea.violations,
    ...(weather === 'clocks' ? await wrongTimes(sql, post) : []),
  ]
}

async function play(world: World, crew: StormCrew, run: StormRun): Promise<void> {
  const { sea, sql } = world
  const ports = await startCrew(crew, world)
  const audience = await openAudience(ports, world)
  const { ears } = audience
  try {
    await Promise.all(ears.map(({ ready }) => ready))
    if (world.weather === 'clocks') await requireOneSession(ports)
    await watchAll(sql, sea, EVERY_MS)
    await run.baseline(BEGIN_MS)
    await run.storm(STORM_MS)
    await run.until(async () => {
      const wrong = await run.ask(wrongs(world, audience))
      return wrong.length === 0 ? undefined : wrong.slice(0, MOST_TOLD).join('\n')
    }, AFTER_MS)
  } finally {
    for (const ear of ears) ear.close()
  }
}

async function runSeed(seed: number, size: StormSize): Promise<KillReport> {
  const began = performance.now()
  const faults = new Map<string, number>()
  const onFault = (name: string) => void faults.set(name, (faults.get(name) ?? 0) + 1)
  const plan = stormPlanOf(seed, size)
  const { weather = 'deaths' } = size
  const disk = weather === 'disk' ? openSmallDisk(DISK_MB) : undefined
  const postgres = await startStormPostgres({ ...hasty, ...(disk && tight) }, disk?.folder)
  const [keys, sql] = [await makeKeys(), connect(postgres.appUrl, { name: 'storm', max: 2 })]
  const [sea, post] = [
    await Sea.open(sql, plan),
    await startPost(seeded(-seed), weather === 'clocks' ? SLOW_MS : 0),
  ]
  let run: StormRun | undefined
  const onEnd = (error: Error) => {
    if (run) run.failure ??= error
  }
  const crew = new StormCrew({ postgres, disk, skewOf: plan.skewOf, onFault, onEnd })
  run = new StormRun({ sql, sea, crew, plan })
  try {
    await play({ sql, postgres, keys, sea, plan, post, weather }, crew, run)
    faults.set('changes', sea.flips)
    return { faults, kills: crew.kills, ms: performance.now() - began }
  } catch (cause) {
    const told = [...faults].map(([name, times]) => `${name} ${times}`).join(', ')
    throw new Error(`Seed ${seed}: ${(cause as Error).message}\nAfter: ${told}.\n${crew.said()}`, { cause })
  } finally {
    await crew.end()
    await sea.close()
    await post.close()
    await sql.end({ timeout: 2 })
    await postgres.stop()
    disk?.close()
    keys.remove()
  }
}

/** Storms of so many changes, each with servers of its own. @param weather what befalls them; deaths by default */
export async function openStorms(changes: number, weather: Weather = 'deaths') {
  const share = changes / wholeStorm.changes
  const kills = Math.max(weather === 'disk' ? 2 : 4, Math.round(wholeStorm.kills * share))
  const shops = Math.max(2, Math.min(wholeStorm.shops, Math.ceil(wholeStorm.shops * share)))
  // Every one is seen once before anything begins, at the shops' own pace: most of the time of a small storm.
  const products = weather !== 'deaths' && changes < SMALL ? FEW_PRODUCTS : wholeStorm.products
  const size = { ...wholeStorm, products, changes, kills: weather === 'clocks' ? 0 : kills, shops, weather }
  return { run: (seed: number) => runSeed(seed, size), close: async () => undefined }
}
