import type { Logger } from '../../core/log.ts'
import { sweepAlerts } from '../../db/alerts/sweep.ts'
import { announceAwards } from '../../db/awards/announce.ts'
import type { Sql } from '../../db/client.ts'
import { databaseNow } from '../../db/clock.ts'
import { fanOut } from '../../db/deliveries/fan-out.ts'
import { sweepDeliveries } from '../../db/deliveries/sweep.ts'
import { announceDrops } from '../../db/drops/announce.ts'
import { announceVotes } from '../../db/votes/announce.ts'
import { keepMinted } from '../../db/votes/minted.ts'
import { type Running, startLoop } from './loop.ts'

export type HandingOut = { sql: Sql; logger: Logger; pollMs?: number }

/** Alerts of one transaction. */
const BATCH = 100
/** What time alone brings is looked for this often, ms. */
const ANNOUNCE_MS = 1_000
const SWEEP_MS = 3_600_000

/** The log of alerts, from where it was handed out to its end. */
function startFanOut({ sql, logger, pollMs = 1_000 }: HandingOut): Running {
  const step = async () =>
    (await fanOut(sql, { now: await databaseNow(sql), limit: BATCH })) === BATCH ? 'more' : 'idle'
  return startLoop({ name: 'alerts are not handed out', logger, step, pollMs })
}

/** Drops that opened, and votes and awards that the mirror shows: no transaction of ours makes these happen. */
function startAnnouncing({ sql, logger }: HandingOut): Running {
  let swept = 0
  const step = async () => {
    const now = await databaseNow(sql)
    await announceDrops(sql, now)
    await announceVotes(sql, now)
    const isKept = await keepMinted(sql)
    const isMore = (await announceAwards(sql, now)) > 0
    if (now.getTime() - swept > SWEEP_MS) {
      await sweepAlerts(sql, now)
      await sweepDeliveries(sql, now)
      swept = now.getTime()
    }
    return isMore || isKept ? 'more' : 'idle'
  }
  return startLoop({ name: 'nothing is announced', logger, step, pollMs: ANNOUNCE_MS })
}

/** Makes alerts of what time brings, and deliveries of alerts. Any number of processes may. */
export function startHandingOut(options: HandingOut): Running {
  const [fan, announcing] = [startFanOut(options), startAnnouncing(options)]
  return {
    wake: fan.wake,
    stop: async () => {
      await Promise.all([fan.stop(), announcing.stop()])
    },
  }
}
