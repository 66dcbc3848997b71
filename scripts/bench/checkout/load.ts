import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../../db/client.ts'
import { type CheckoutWorld, startCheckoutWorld } from '../../../test/support/checkout.ts'
import { startChaosServer } from '../../chaos/database.ts'

export type Load = {
  contexts: number
  /** Checkouts, to the total and no further. */
  jobs: number
  perMinute: number
  /** MB of the worker and its browser while it was busiest: shared pages counted once each, and in parts. */
  rss: number
  pss: number
  /** The same before the first checkout. */
  idlePss: number
}

const SAMPLE_MS = 250

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended while we looked.
    return ''
  }
}

const parentOf = (pid: number) => Number(/^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`))?.[1])

export function treeOf(root: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }))
  const tree = [root]
  for (const pid of tree) tree.push(...all.filter(({ parent }) => parent === pid).map((child) => child.pid))
  return tree
}

/** MB of a process and all below it, as the kernel counts them. */
function memoryOf(root: number): { rss: number; pss: number } {
  const rolls = treeOf(root).map((pid) => read(`/proc/${pid}/smaps_rollup`))
  const sum = (name: string) =>
    rolls.reduce(
      (all, roll) => all + Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(roll)?.[1] ?? 0),
      0,
    ) / 1024
  return { rss: sum('Rss'), pss: sum('Pss') }
}

async function finished(world: CheckoutWorld, ids: string[]): Promise<number> {
  const [row] = await world.sql<{ count: number; wrong: number }[]>`
    select count(*) filter (where state = 'dry-run')::int as count,
      count(*) filter (where state in ('handover', 'not-ordered', 'unknown'))::int as wrong
    from app.purchase_request where id = any(${ids})`
  if (row?.wrong) throw new Error(`${row.wrong} checkouts ended otherwise than as dry runs`)
  return row?.count ?? 0
}

/** One worker with so many contexts, and dry runs at as many shops: no two at one shop at once. */
async function measure(world: CheckoutWorld, contexts: number, jobs: number): Promise<Load> {
  const shops = await Promise.all(Array.from({ length: jobs }, () => world.openShop()))
  const worker = await world.openWorker({ contexts })
  const root = worker.process.pid ?? 0
  await sleep(2_000)
  const idlePss = memoryOf(root).pss
  const began = performance.now()
  const asked = await Promise.all(shops.map(({ dropId }) => world.request({ dropId, mode: 'dry-run' })))
  const ids = asked.map(({ id }) => id)
  let [rss, pss] = [0, 0]
  while ((await finished(world, ids)) < jobs) {
    const now = memoryOf(root)
    if (now.pss > pss) [rss, pss] = [now.rss, now.pss]
    await sleep(SAMPLE_MS)
  }
  const perMinute = (jobs * 60_000) / (performance.now() - began)
  await worker.stop()
  await Promise.all(shops.map(({ child }) => child.stop()))
  return { contexts, jobs, perMinute, rss, pss, idlePss }
}

/** Checkouts a minute of one worker process, and its memory, by how many pages it has open at once. */
export async function measureLoad(sizes: readonly number[], jobs: number): Promise<Load[]> {
  const server = await startChaosServer()
  try {
    const { appUrl } = await server.create()
    const app = connect(appUrl, { name: 'bench', max: 4 })
    const world = await startCheckoutWorld({
      database: { app, appUrl, ownerUrl: appUrl, close: () => app.end({ timeout: 2 }) },
    })
    const loads: Load[] = []
    for (const contexts of sizes) loads.push(await measure(world, contexts, jobs))
    await world.close()
    return loads
  } finally {
    await server.stop()
  }
}
