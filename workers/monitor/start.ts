import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from '../../core/id.ts'
import { claimOrigin, untilDue } from '../../db/monitor/claim.ts'
import { readSales } from '../../db/monitor/sales.ts'
import { endSilent } from '../../db/restocks/end-silent.ts'
import type { MonitorDeps } from './deps.ts'
import { visitShop } from './visit.ts'

export type MonitorOptions = MonitorDeps & {
  /** Shops that this process is at, at once. */
  origins: number
}

export type Monitor = {
  /** Shops that it is at, and looks since the start. */
  describe: () => { shops: number; looks: number }
  /** Takes no more shops and resolves when it is at none. */
  stop: () => Promise<void>
}

/** What another process added is seen within so long. Milliseconds. */
const IDLE_MS = 1_000
/** How old the times of sales may be. */
const SALES_MS = 30_000
/** How often it is asked what nobody looks after any more. */
const SILENCE_MS = 300_000
/** After the database did not answer. */
const PAUSE_MS = 1_000

/** A wait that ends early when somebody says so. */
function openNap() {
  let controller = new AbortController()
  const nap = async (ms: number) => {
    controller = new AbortController()
    await sleep(ms, undefined, { signal: controller.signal }).catch(() => undefined)
  }
  return { nap, wake: () => controller.abort() }
}

function keepSales({ sql, now }: MonitorDeps) {
  let [sales, readAt] = [new Map<string, number[]>(), Number.NEGATIVE_INFINITY]
  return async () => {
    if (performance.now() - readAt > SALES_MS) {
      sales = await readSales(sql, now())
      readAt = performance.now()
    }
    return sales
  }
}

function keepHonest({ sql, now }: MonitorDeps) {
  let doneAt = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - doneAt < SILENCE_MS) return
    doneAt = performance.now()
    await endSilent(sql, now())
  }
}

/**
 * Watches whatever is due, many shops at once and each by one process alone, for as long as it runs. Any number of
 * processes share the work; of one that is killed the others take over when its leases run out.
 */
export function startMonitor(options: MonitorOptions): Monitor {
  const { sql, logger, origins } = options
  const visits = new Set<Promise<void>>()
  const { nap, wake } = openNap()
  const salesNow = keepSales(options)
  const endWhatIsSilent = keepHonest(options)
  let [isStopping, looks] = [false, 0]

  /** @returns whether there was a shop to go to */
  async function goOnce(): Promise<boolean> {
    const sales = await salesNow()
    const claim = await claimOrigin(sql, uuidv7())
    if (!claim) return false
    const visit = visitShop({ deps: options, claim, sales, isStopping: () => isStopping })
      .then(
        (count) => {
          looks += count
        },
        // Its lease runs out, and somebody looks again.
        (error: unknown) => logger.warn({ origin: claim.origin, error: String(error) }, 'a visit failed'),
      )
      .finally(() => {
        visits.delete(visit)
        wake()
      })
    visits.add(visit)
    return true
  }

  async function turn(): Promise<void> {
    await endWhatIsSilent()
    if (visits.size >= origins) return nap(IDLE_MS)
    if (!(await goOnce())) await nap(Math.min(IDLE_MS, Math.max(1, (await untilDue(sql)) ?? IDLE_MS)))
  }

  async function run(): Promise<void> {
    while (!isStopping)
      await turn().catch(async (error: unknown) => {
        logger.warn({ error: String(error) }, 'nothing is watched for a moment')
        await nap(PAUSE_MS)
      })
    await Promise.all(visits)
  }

  const running = run()
  const stop = async () => {
    isStopping = true
    wake()
    await running
  }
  return { describe: () => ({ shops: visits.size, looks }), stop }
}
