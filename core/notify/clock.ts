const MINUTE = 60_000
const DAY_MINUTES = 1_440
/** More than any clock is put forward or back at once, in minutes. */
const SHIFT_MINUTES = 120

/** What the clock on the wall shows at a moment: minutes since midnight, 0 to 1439. */
export type WallClock = (at: Date) => number

/** The wall clock of an IANA time zone, its changes between summer and winter included. */
export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => minutesOf(format.format(at))
}

/** Minutes since midnight of "22:30". */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Minutes from one time of day to the next that shows the other; 0 when they are the same. */
const until = (from: number, to: number) => (to - from + DAY_MINUTES) % DAY_MINUTES

const floor = (at: Date) => new Date(Math.floor(at.getTime() / MINUTE) * MINUTE)
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE)

/**
 * The first whole minute from `at` on for which `isIt` holds of the wall clock, where that is so at `time` of every day and
 * stays so for a while. A day on which the clock is changed may not show that time at all, or twice: around it minute after
 * minute is asked.
 */
function firstFrom(
  clock: WallClock,
  at: Date,
  { time, isIt }: { time: number; isIt: (minute: number) => boolean },
): Date {
  const start = floor(at)
  const straight = later(start, until(clock(start), time))
  const isChanged = clock(straight) !== time
  if (!isChanged) return straight
  const first = Math.max(start.getTime(), later(straight, -SHIFT_MINUTES).getTime())
  for (let minute = 0; minute <= 2 * SHIFT_MINUTES; minute++) {
    const candidate = later(new Date(first), minute)
    if (isIt(clock(candidate))) return candidate
  }
  return straight
}

type Hours = { from: number; to: number }

/** Whether a time of day lies in hours that may span midnight. From a time to the same one is the whole day. */
function isWithin({ from, to }: Hours, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to
}

/**
 * When something that is to be said at `at` may be said: then, or when the quiet hours around it are over. Hours that are the
 * whole day end where they begin.
 */
export function afterQuiet(at: Date, hours: Hours, clock: WallClock): Date {
  if (!isWithin(hours, clock(at))) return at
  if (hours.from === hours.to)
    return firstFrom(clock, later(at, 1), { time: hours.to, isIt: (m) => m === hours.to })
  return firstFrom(clock, at, { time: hours.to, isIt: (minute) => !isWithin(hours, minute) })
}

/** The next moment after `at` at which the wall clock shows this time of day, or, where it is left out, has just passed it. */
export function nextAt(at: Date, time: number, clock: WallClock): Date {
  const window: Hours = { from: time, to: (time + SHIFT_MINUTES) % DAY_MINUTES }
  return firstFrom(clock, later(floor(at), 1), { time, isIt: (minute) => isWithin(window, minute) })
}

/** The next full hour of the wall clock after `at`. */
export function nextHour(at: Date, clock: WallClock): Date {
  const start = floor(at)
  return later(start, 60 - (clock(start) % 60))
}
