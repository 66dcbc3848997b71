import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '../../db/client.ts'
import { databaseNow } from '../../db/clock.ts'
import { claimDeliveries } from '../../db/deliveries/claim.ts'
import { type Delivering, deliver } from './deliver.ts'
import { startHandingOut } from './hand-out.ts'
import { type Running, startLoop, wakeOn } from './loop.ts'

/** How long a stop waits for receivers that are about to answer. */
const LEAVE_MS = 1_000

export type NotifyOptions = Delivering & {
  /** Channels that this process sends to at once. */
  atOnce?: number
  /** Between two looks while nothing is heard, ms. */
  pollMs?: number
}

/** Claims as many channels as there is room for, and comes back as soon as one of them is done. */
function startSending({ atOnce = 16, pollMs = 1_000, ...delivering }: NotifyOptions): Running {
  const { sql, logger } = delivering
  const busy = new Set<Promise<void>>()
  const step = async (): Promise<'idle'> => {
    const limit = atOnce - busy.size
    if (limit === 0) return 'idle'
    const claimedAt = performance.now()
    const claims = await claimDeliveries(sql, { limit, now: await databaseNow(sql) })
    for (const claim of claims) {
      const work = deliver(delivering, claim, claimedAt)
        .catch((error: unknown) =>
          logger.error({ error: String(error) }, 'what came of an alert was not written down'),
        )
        .finally(() => {
          busy.delete(work)
          loop.wake()
        })
      busy.add(work)
    }
    return 'idle'
  }
  const loop = startLoop({ name: 'alerts are not sent', logger, step, pollMs })
  const stop = async () => {
    await loop.stop()
    // What a receiver takes longer for is sent again, under the same name, by whoever finds its lease run out.
    await Promise.race([Promise.all(busy), sleep(LEAVE_MS)])
  }
  return { wake: loop.wake, stop }
}

/** Tells members of alerts: makes deliveries of the log, and sends them. Any number of processes may. */
export function startNotify(options: NotifyOptions): { stop: () => Promise<void> } {
  const { sql }: { sql: Sql } = options
  const [handing, sending] = [startHandingOut(options), startSending(options)]
  const deaf = [wakeOn(sql, 'alert', [handing]), wakeOn(sql, 'delivery', [sending])]
  const stop = async () => {
    await Promise.all([handing.stop(), sending.stop()])
    await Promise.all(deaf.map((unlisten) => unlisten()))
  }
  return { stop }
}
