import type { MonitorLoad } from '../../db/monitor/load.ts'
import { degraded, down, ok } from './judge.ts'
import type { MonitorHealth } from './shape.ts'

/** Seconds after which whoever waits asks why: longer than a shop's visit, and than a lease that has to run out. */
const LONG = 60

const unknown = { targets: null, overdue: null, oldest_seconds: null, failing: null }

/** The monitors, by what they have not looked at in time. @param load undefined when the database does not answer */
export function judgeMonitor(load: MonitorLoad | undefined): MonitorHealth {
  if (!load) return { ...down('Not known: the database does not answer.'), ...unknown }
  const { targets, overdue, oldest_seconds: oldest, failing } = load
  const said = `${targets} pages are watched, ${overdue} of them past their time, ${failing} in trouble`
  if (oldest !== null && oldest > LONG)
    return { ...degraded(`${said}; the oldest waits for ${Math.round(oldest)} s.`), ...load }
  return { ...ok(`${said}.`), ...load }
}
