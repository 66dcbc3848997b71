import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../db/client.ts'
import { type CheckoutWorld, startCheckoutWorld } from './checkout.ts'
import type { Killer, KillReport } from './kill.ts'
import { type CheckoutPlan, checkoutPlanOf } from './kill-checkout-plan.ts'
import { type Asked, CheckoutRun } from './kill-checkout-run.ts'
import { type Illness, type KillShop, startKillShop } from './kill-shop.ts'

/** After the last fault every request must have ended within this, where others want the machine too. */
const LONGEST_MS = 300_000
/** Requests more than planned, so that somebody is killed. */
const MOST_MORE = 3
const ZOMBIE_MS = 15_000

/** Only such a shop cannot say what became of an order. */
const canTell = (illness: Illness) => illness !== 'blind'

function wrongWords({ outcome, email }: Asked, orders: Awaited<ReturnType<KillShop['orders']>>): string[] {
  const has = orders.counts[email] ?? 0
  if (outcome?.kind === 'ordered') {
    const isItsOwn = outcome.number === null || orders.numbers.includes(outcome.number)
    return has === 1 && isItsOwn ? [] : [`"ordered ${outcome.number}", and the shop counts ${has}`]
  }
  return []
}

/** Held against the shop's own count: what was done twice, and what was said that is not so. */
async function requireRight(asked: readonly Asked[], shop: KillShop, illness: Illness): Promise<void> {
  const orders = await shop.orders()
  const wrong = asked.flatMap((each) => wrongWords(each, orders))
  for (const [email, mine] of Map.groupBy(asked, (each) => each.email)) {
    const has = orders.counts[email] ?? 0
    const said = mine.filter(({ state }) => state === 'ordered').length
    const unknown = mine.filter(({ state }) => state === 'unknown').length
    if (has > 1) wrong.push(`${has} orders for one member`)
    if (said > has || has > said + unknown) wrong.push(`${has} orders, and ${said} are called ordered`)
    if (unknown > 0 && canTell(illness)) wrong.push('"unknown" at a shop that can tell')
  }
  if (wrong.length === 0) return
  const story = asked.map(
    ({ asking, state, outcome }) => `${asking.mood}: ${state} ${JSON.stringify(outcome)}`,
  )
  throw new Error(`${wrong.join('; ')}\n${story.join('\n')}`)
}

/** What stays behind the end of a request: its fence where it is due, and no secret. */
async function requireReleased({ sql }: CheckoutWorld, asked: readonly Asked[]): Promise<void> {
  const ids = asked.map(({ id }) => id)
  const strange = await sql<{ id: string; state: string; fence: string | null }[]>`
    select r.id, r.state, f.state as fence
    from app.purchase_request r left join app.checkout_fence f on f.request_id = r.id
    where r.id = any(${ids}) and coalesce(f.state, 'none')
      <> case when r.state in ('ordered', 'unknown') then r.state else 'none' end`
  if (strange.length > 0)
    throw new Error(strange.map(({ state, fence }) => `a ${state} request has the fence ${fence}`).join('; '))
  const [codes] = await sql<{ count: number }[]>`
    select count(*)::int as count from app.purchase_secret where request_id = any(${ids})`
  if ((codes?.count ?? 0) > 0) throw new Error('a security code outlived its request')
}

async function requireNoZombies({ crew }: CheckoutRun): Promise<void> {
  for (const end = Date.now() + ZOMBIE_MS; crew.zombies().length > 0; await sleep(100))
    if (Date.now() > end) throw new Error(`browsers outlive their workers: ${crew.zombies().join(', ')}`)
}

async function play(run: CheckoutRun, world: CheckoutWorld, told: { shop: KillShop; plan: CheckoutPlan }) {
  const { shop, plan } = told
  await run.begin()
  await run.finish(LONGEST_MS)
  for (let more = 0; more < MOST_MORE && run.crew.kills === 0 && !run.isCalm; more++) {
    await run.askAgain()
    await run.finish(LONGEST_MS)
  }
  await requireRight(run.asked, shop, plan.illness)
  // Who slept wakes up now at the latest: what they were about to do must not be done any more.
  await run.crew.awake()
  await run.finish(LONGEST_MS)
  await run.crew.end(plan.shop(3) === 0)
  await requireNoZombies(run)
  await run.look()
  await requireRight(run.asked, shop, plan.illness)
  await requireReleased(world, run.asked)
}

async function runSeed(world: CheckoutWorld, appUrl: string, seed: number): Promise<KillReport> {
  const began = performance.now()
  const plan = checkoutPlanOf(seed)
  const { illness } = plan
  const shop = await startKillShop({
    ...{ illness, random: plan.shop },
    onOrder: async (stage, port) => run.reach(stage, port),
  })
  const dropId = await world.addDrop(shop.origin)
  const run = new CheckoutRun({ world, appUrl, shop, dropId }, plan)
  run.count(`shop: ${illness}`)
  try {
    await play(run, world, { shop, plan })
    for (const { state } of run.asked) run.count(`ended ${state}`)
    return { faults: run.faults, kills: run.crew.kills, ms: performance.now() - began }
  } catch (cause) {
    await run.crew.end(false)
    const told = [...run.faults].map(([name, times]) => `${name} ${times}`).join(', ')
    throw new Error(`Seed ${seed}: ${(cause as Error).message}\nAfter: ${told}.`, { cause })
  } finally {
    shop.close()
  }
}

/** @param urls a migrated database; what its queue holds is lost */
export async function openCheckoutKiller({ appUrl }: { appUrl: string }): Promise<Killer> {
  const sql = connect(appUrl, { name: 'kill', max: 4 })
  const close = () => sql.end({ timeout: 2 })
  const world = await startCheckoutWorld({ database: { app: sql, appUrl, ownerUrl: appUrl, close } })
  return { run: (seed) => runSeed(world, appUrl, seed), close: world.close }
}
