import type { AlertFilter } from '../../../core/alert/filter.ts'
import { matches } from '../../../core/alert/match.ts'
import type { FollowAlerts, FollowAnswer, SentAlert } from '../../../core/alert/socket.ts'

/** An alert as the page has it. */
export type HeardAlert = SentAlert & {
  /** By this machine's clock, Unix ms; the alert's own times are the servers'. */
  heard_at: number
  /** False: it was missed, and told afterwards. */
  is_live: boolean
}

export type Listener = {
  filters: readonly AlertFilter[]
  hear: (alert: HeardAlert) => void
  /** Some came that can no longer be told. */
  gap: () => void
}

/** Asks the server over the line that is up. */
export type Ask = (asked: FollowAlerts, answer: (answer: FollowAnswer) => void) => void

export type Kept = Pick<Storage, 'getItem' | 'setItem'>

export type Feed = {
  /** Who listens hears what matches from now on; and at the first time what this tab missed. @returns ends it */
  listen: (listener: Listener) => () => void
  /** A line is up: a new one, as far as the server knows. */
  connected: (ask: Ask) => void
  lost: () => void
  /** What comes over the line. */
  hear: (alert: SentAlert) => void
  /** All up to this place was said. */
  at: (at: { after: number }) => void
  gap: (gap: { after: number }) => void
}

/** What changes within this is asked for together, ms: the server answers no more than some a second. */
const TOGETHER_MS = 100

const KEY = 'snpd.alerts.after'

/** The place of the last alert this tab knows of; a browser may keep nothing for us. */
function createPlace(kept: () => Kept) {
  let place: number | undefined
  const read = () => {
    try {
      const text = kept().getItem(KEY)
      return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined
    } catch {
      return undefined
    }
  }
  const get = () => {
    place ??= read()
    return place
  }
  const move = (to: number) => {
    place = to
    try {
      kept().setItem(KEY, String(to))
    } catch {
      // Then a reload of the page begins anew.
    }
  }
  return { get, move }
}

/**
 * The page's alerts over its one socket: the filters of all who listen are asked for together, each hears what matches its
 * own. The last place is kept per tab, so that a line that was down, or a page that is loaded anew, gets what it missed.
 */
export function createFeed(kept: () => Kept, now: () => number = Date.now): Feed {
  const listeners = new Set<Listener>()
  const place = createPlace(kept)
  let line: Ask | undefined
  let [isAsking, asked, turn] = [false, '', 0]
  /** What comes before the answer was missed. */
  let isWaiting = false

  const reach = ({ after }: { after: number }) => {
    if (after > (place.get() ?? -1)) place.move(after)
  }
  const follow = () => {
    isAsking = false
    const filters = [...listeners].flatMap((listener) => listener.filters)
    const unique = [...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values()]
    const text = JSON.stringify(unique)
    if (!line || text === asked) return
    asked = text
    isWaiting = true
    const mine = ++turn
    const after = place.get()
    line({ filters: unique, ...(after !== undefined && { after }) }, (answer) => {
      if (mine === turn) isWaiting = false
      if ('after' in answer) reach(answer)
    })
  }
  const ask = () => {
    if (isAsking) return
    isAsking = true
    setTimeout(follow, TOGETHER_MS)
  }
  const hear = (alert: SentAlert) => {
    if (alert.seq <= (place.get() ?? 0)) return
    place.move(alert.seq)
    const heard = { ...alert, heard_at: now(), is_live: !isWaiting }
    for (const listener of listeners)
      if (listener.filters.some((filter) => matches(filter, alert))) listener.hear(heard)
  }
  return {
    listen: (listener) => {
      listeners.add(listener)
      ask()
      return () => {
        listeners.delete(listener)
        ask()
      }
    },
    connected: (to) => {
      ;[line, asked] = [to, '']
      if (listeners.size > 0) follow()
    },
    lost: () => {
      line = undefined
    },
    hear,
    at: reach,
    gap: ({ after }) => {
      place.move(after)
      for (const listener of listeners) listener.gap()
    },
  }
}
