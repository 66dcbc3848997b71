import type { Socket } from 'socket.io'
import { hears, type Listener } from '../../../core/alert/match.ts'
import { roomsOfListener } from '../../../core/alert/rooms.ts'
import type { Alert } from '../../../core/alert/shape.ts'
import {
  type AlertsFromClient,
  type AlertsToClient,
  type FollowAnswer,
  followAlertsShape,
  type SentAlert,
} from '../../../core/alert/socket.ts'
import { alertHead, readAlerts } from '../../../db/alerts/read.ts'
import type { Sql } from '../../../db/client.ts'
import { sieve } from '../sieve.ts'
import type { Tail } from './tail.ts'

type AlertSocket = Pick<
  Socket<AlertsFromClient, AlertsToClient>,
  'on' | 'emit' | 'join' | 'leave' | 'connected' | 'conn'
>
type Following = { tail: Tail; sql: Sql; memberId: string | undefined }

/** Of one socket. A filter with 200 cells and a size makes 400. */
const MOST_ROOMS = 1000
/** Who missed more is told so instead: reading lists again is quicker. */
const MOST_MISSED = 5000
const PAGE = 500
/** More in one second than any page asks. */
const MOST_A_SECOND = 20

/** All sockets that hear what comes. */
export const FOLLOWING = 'alerts'

export const toSent = (alert: Alert): SentAlert => ({ ...alert, sent_at: new Date().toISOString() })

/** What one socket asked for, until it asks for something else. */
type Turn = { listener: Listener; rooms: Set<string>; isCurrent: () => boolean }

/** True when all that came after this place can still be told. */
async function canTell({ tail, sql }: Following, place: number): Promise<boolean> {
  // Another gateway may have been quicker than this one.
  if (place > tail.at()) await tail.refresh()
  if (place > tail.at() || tail.at() - place > MOST_MISSED) return false
  return tail.since(place) !== undefined || place >= (await alertHead(sql)).swept
}

/** Where one socket stands in the log. */
function createStand(socket: AlertSocket, { tail, sql, memberId }: Following) {
  /** Up to where all was said; while `joined` that is the tail's own place. Undefined until it asks for the first time. */
  let place: number | undefined
  let joined: Set<string> | undefined

  const leave = () => {
    if (!joined) return
    place = tail.at()
    for (const room of joined) void socket.leave(room)
    joined = undefined
  }
  const say = (listener: Listener, alerts: readonly Alert[]) => {
    for (const alert of alerts) {
      if (hears(listener, alert)) socket.emit('alert', toSent(alert))
      place = alert.seq
    }
  }
  const skip = async (from: number, { isCurrent }: Turn) => {
    if ((await canTell({ tail, sql, memberId }, from)) || !isCurrent()) return
    place = tail.at()
    socket.emit('alerts:gap', { after: place })
  }
  const sayPage = async (from: number, { listener, isCurrent }: Turn) => {
    const until = tail.at()
    const alerts = await readAlerts(sql, { after: from, until, limit: PAGE })
    if (!isCurrent()) return
    say(listener, alerts)
    if (alerts.length < PAGE) place = until
  }
  /** Says what was missed and joins, in the same instant as the tail's place is read: nothing twice, nothing missed. */
  const go = async (after: number | undefined, turn: Turn): Promise<FollowAnswer | undefined> => {
    leave()
    place ??= after ?? tail.at()
    await skip(place, turn)
    while (turn.isCurrent()) {
      const missed = tail.since(place)
      if (!missed) {
        await sayPage(place, turn)
        continue
      }
      say(turn.listener, missed)
      joined = new Set([FOLLOWING, ...turn.rooms])
      void socket.join([...joined])
      return { after: tail.at() }
    }
    return undefined
  }
  return { go }
}

/**
 * Lets a socket say what it wants to hear of. It gets what it missed since its last alert, and from then on what comes: each
 * alert exactly once, in order. Asking again changes what it hears; what it has heard is not said again.
 */
export function serveAlerts(socket: AlertSocket, following: Following): void {
  const stand = createStand(socket, following)
  let turns = 0
  const isFine = sieve(MOST_A_SECOND, Date.now)
  const follow = async (asked: unknown): Promise<FollowAnswer | undefined> => {
    if (!isFine()) return { problem: 'Too many questions in one second.' }
    const parsed = followAlertsShape.safeParse(asked)
    if (!parsed.success) return { problem: 'These are not filters of alerts.' }
    const { filters, after } = parsed.data
    const listener = { filters, memberId: following.memberId }
    const rooms = roomsOfListener(listener)
    if (rooms.size > MOST_ROOMS) return { problem: 'Too many places at once: choose a smaller radius.' }
    const mine = ++turns
    return stand.go(after, { listener, rooms, isCurrent: () => mine === turns && socket.connected })
  }
  socket.on('alerts:follow', (asked, answer) => {
    const reply = typeof answer === 'function' ? answer : () => undefined
    follow(asked).then(
      (said) => said && reply(said),
      // What it missed cannot be read now. Its client comes back by itself, and asks again.
      () => socket.conn.close(),
    )
  })
}
