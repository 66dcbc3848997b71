import type { Frame, Page } from 'playwright-core'

/** A page, or a frame in it. */
export type Place = Page | Frame

/** For how long a page is believed to say what it said, when nothing was done to it. Milliseconds. */
const FRESH_MS = 100

/** `at`: when it was read; Infinity while it is being read. */
type Reading = { seen: Promise<unknown>; at: number }
type Readings = Map<Frame, Map<string, Reading>>

const known = new WeakMap<Page, Readings>()

const pageOf = (place: Place): Page => ('mainFrame' in place ? place : place.page())
const frameOf = (place: Place): Frame => ('mainFrame' in place ? place.mainFrame() : place)

function readingsOf(place: Place): Map<string, Reading> {
  const page = pageOf(place)
  const frames: Readings = known.get(page) ?? new Map()
  known.set(page, frames)
  const readings = frames.get(frameOf(place)) ?? new Map()
  frames.set(frameOf(place), readings)
  return readings
}

/** From here on everything on the page is read anew: something was done to it, or came. */
export function forget(place: Place): void {
  known.delete(pageOf(place))
}

/** Steps that follow each other look at one page: what one has just read the next need not ask for again. */
export function remember<Seen>(place: Place, name: string, read: () => Promise<Seen>): Promise<Seen> {
  const readings = readingsOf(place)
  const before = readings.get(name)
  if (before && performance.now() - before.at < FRESH_MS) return before.seen as Promise<Seen>
  const reading: Reading = { seen: read(), at: Number.POSITIVE_INFINITY }
  readings.set(name, reading)
  const end = () => {
    reading.at = performance.now()
  }
  const fail = () => {
    if (readings.get(name) === reading) readings.delete(name)
  }
  reading.seen.then(end, fail)
  return reading.seen as Promise<Seen>
}
