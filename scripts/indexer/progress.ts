/** How far a mirror is, and since when this run works on it. */
export type Progress = {
  /** Block at which this run began. */
  began: number
  number: number
  /** The chain's newest block, as last heard. */
  head: number
  /** Taken in by this run. */
  events: number
  /** Since this run began. */
  seconds: number
}

export type Pace = {
  blocks_left: number
  events_per_second: number
  /** Undefined while nothing is known. */
  seconds_left: number | undefined
}

/** Averages over this run. Pure. */
export function paceOf({ began, number, head, events, seconds }: Progress): Pace {
  const left = Math.max(0, head - number)
  const done = number - began
  const seconds_left = left === 0 ? 0 : done > 0 ? Math.ceil((left / done) * seconds) : undefined
  return { blocks_left: left, events_per_second: Math.round(events / Math.max(seconds, 0.001)), seconds_left }
}

const count = (value: number) => value.toLocaleString('en-US')

function duration(seconds: number): string {
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}

/** One line for a terminal. Pure. */
export function progressLine(progress: Progress): string {
  const { blocks_left: left, events_per_second: rate, seconds_left: time } = paceOf(progress)
  const { number, head, events } = progress
  const where = `block ${count(Math.max(0, number))} of ${count(Math.max(head, number))}`
  if (left === 0) return `${where} | ${count(events)} events | in step with the chain`
  const rest = time === undefined ? 'time left unknown' : `${duration(time)} left`
  return `${where} | ${count(events)} events, ${count(rate)}/s | ${rest}`
}
