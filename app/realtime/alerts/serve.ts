import { roomsOfAlert } from '../../../core/alert/rooms.ts'
import type { Logger } from '../../../core/log.ts'
import type { Sql } from '../../../db/client.ts'
import type { WebMetrics } from '../../metrics/web.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { Sockets } from '../server.ts'
import { throttleLatest } from '../throttle.ts'
import { FOLLOWING, serveAlerts, toSent } from './follow.ts'
import { openTail } from './tail.ts'

/** Places between two at which all sockets are told where the log is. */
const MARK_EVERY = 50
/** Between two calls to the other gateways, ms. */
const CALL_MS = 100

type AlertsDeps = {
  sql: Sql
  logger: Logger
  cluster: Cluster | undefined
  metrics?: WebMetrics | undefined
}

/**
 * Says the log of alerts to the sockets of this process. Every gateway reads it for itself and passes nothing on to others, so
 * nothing can get lost between them (ADR 030); who is told of news calls them all, in case their notification was lost.
 * @returns stops it
 */
export async function startAlerts(
  io: Sockets,
  { sql, logger, cluster, metrics }: AlertsDeps,
): Promise<() => Promise<void>> {
  const others = throttleLatest(CALL_MS, () => void (cluster && io.serverSideEmit('alerts:news')))
  const tail = await openTail({
    sql,
    logger,
    say: (alert) => {
      io.local.to(roomsOfAlert(alert)).emit('alert', toSent(alert))
      metrics?.alert(alert.kind, new Date('seen_at' in alert ? alert.seen_at : alert.written_at))
      const { seq: after } = alert
      if (after % MARK_EVERY === 0) io.local.to(FOLLOWING).emit('alerts:at', { after })
      others.push(undefined)
    },
  })
  io.on('alerts:news', tail.wake)
  io.on('connection', (socket) => {
    serveAlerts(socket, { tail, sql, memberId: socket.data.session?.memberId })
  })
  // The first listening too: what was written before it is read at once. And each time that it was lost.
  const { unlisten } = await sql.listen('alert', tail.wake, tail.wake)
  return async () => {
    others.stop()
    await unlisten().catch(() => undefined)
    await tail.stop()
  }
}
