import type { NotificationSettings } from '../member/notifications.ts'
import { afterQuiet, minutesOf, nextAt, nextHour, type WallClock, wallClock } from './clock.ts'

/** When a daily digest comes, by its member's clock. */
const DAILY_AT = '09:00'

export type Due = {
  at: Date
  /** It waited: what else waits for this channel then is said with it. */
  gather: boolean
}

/** Of a member who named no zone. */
const ZONE = 'UTC'

function paced(now: Date, pace: NotificationSettings['pace'], clock: WallClock): Date {
  if (pace === 'hourly') return nextHour(now, clock)
  return pace === 'daily' ? nextAt(now, minutesOf(DAILY_AT), clock) : now
}

/**
 * When a member is told: at once, with the next digest, or when their quiet hours are over. What waits for them (a checkout
 * that needs its member) is never put off. Nothing is ever left out because of the hour. Pure.
 * @param clockOf kept by the caller, who asks for many members of one zone
 */
export function dueOf(
  settings: Pick<NotificationSettings, 'pace' | 'quiet'>,
  { now, isUrgent }: { now: Date; isUrgent: boolean },
  clockOf: (zone: string) => WallClock = wallClock,
): Due {
  const { pace, quiet } = settings
  if (isUrgent || (pace === 'at-once' && !quiet)) return { at: now, gather: false }
  const clock = clockOf(quiet?.time_zone ?? ZONE)
  const wanted = paced(now, pace, clock)
  const at = quiet
    ? afterQuiet(wanted, { from: minutesOf(quiet.from), to: minutesOf(quiet.to) }, clock)
    : wanted
  return { at, gather: at > now }
}
