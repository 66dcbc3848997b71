import type { DeliveryLag } from '../../db/deliveries/lag.ts'
import { degraded, down, ok } from './judge.ts'
import type { DeliveriesHealth } from './shape.ts'

/** Seconds after which whoever waits asks why: longer than the lease of a worker that was killed. */
const LONG = 60

const unknown = { waiting: null, behind: null, oldest_seconds: null, dead: null }

/**
 * Alerts on their way to members, by what waits for a worker. A receiver that fails is its member's and no trouble of the
 * installation: such messages are counted as dead letters when they are given up.
 * @param lag undefined when the database does not answer
 */
export function judgeDeliveries(lag: DeliveryLag | undefined): DeliveriesHealth {
  if (!lag) return { ...down('Not known: the database does not answer.'), ...unknown }
  const { waiting, behind, oldest_seconds: oldest, dead } = lag
  const said = `${behind} alerts are to be handed out, ${waiting} deliveries wait, ${dead} were given up on`
  if (oldest !== null && oldest > LONG)
    return { ...degraded(`${said}; the oldest waits for a worker for ${Math.round(oldest)} s.`), ...lag }
  return { ...ok(`${said}.`), ...lag }
}
