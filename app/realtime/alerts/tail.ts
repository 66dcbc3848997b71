import { setImmediate } from 'node:timers/promises'
import type { Alert } from '../../../core/alert/shape.ts'
import type { Logger } from '../../../core/log.ts'
import { alertHead, readAlerts } from '../../../db/alerts/read.ts'
import type { Sql } from '../../../db/client.ts'
import { createBell } from './bell.ts'

/** A notification that got lost costs this long, ms. */
const POLL_MS = 1000
/** A read that takes longer has lost its connection without noticing, ms. */
const HUNG_MS = 10_000
const PAGE = 500
/** The newest alerts, kept for sockets that come back. Lines of about 1 KB. */
const REMEMBERED = 1000

export type Tail = {
  /** The place of the last alert that was said. */
  at: () => number
  /** What was said after a place, in order; undefined when that is longer ago than is remembered. */
  since: (place: number) => Alert[] | undefined
  /** Reads the log once more, all that is committed by now: resolves when that is said. */
  refresh: () => Promise<void>
  /** There may be news. */
  wake: () => void
  stop: () => Promise<void>
}

export type TailOptions = {
  sql: Sql
  logger: Logger
  /** Says one alert to whom it concerns, before it returns. */
  say: (alert: Alert) => void
}

/** The newest of the log: all after `floor`. */
function createMemory(floor: number) {
  const alerts: Alert[] = []
  return {
    add: (alert: Alert) => {
      alerts.push(alert)
      // Twice the size before it is cut: moving a list at every alert costs more than holding it.
      if (alerts.length < 2 * REMEMBERED) return
      const cut = alerts.splice(0, REMEMBERED)
      floor = cut.at(-1)?.seq ?? floor
    },
    since: (place: number) => (place < floor ? undefined : alerts.filter(({ seq }) => seq > place)),
  }
}

async function orHung<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The log of alerts does not answer.')), HUNG_MS)
  })
  return Promise.race([work, hung]).finally(() => clearTimeout(timer))
}

/**
 * Reads the log of alerts from its end on and says each alert once, in order: woken by notifications, and by the clock in case
 * one got lost. Its place is its own: whatever happens to a connection, it goes on where it was.
 */
export async function openTail({ sql, logger, say }: TailOptions): Promise<Tail> {
  const { seq: end, swept } = await alertHead(sql)
  const floor = Math.max(swept, end - REMEMBERED, 0)
  const memory = createMemory(floor)
  for (const alert of await readAlerts(sql, { after: floor, until: end, limit: REMEMBERED }))
    memory.add(alert)
  const bell = createBell()
  let [at, stopped] = [end, false]
  let waiting: (() => void)[] = []

  const read = async (): Promise<number> => {
    const alerts = await orHung(readAlerts(sql, { after: at, limit: PAGE }))
    for (const alert of alerts) {
      // Place, memory and sockets change at once: who joins in between misses nothing and hears nothing twice.
      at = alert.seq
      memory.add(alert)
      say(alert)
      // One alert to thousands of sockets takes a while: others have their turn after each.
      await setImmediate()
    }
    return alerts.length
  }
  const readAll = async () => {
    const asked = waiting
    waiting = []
    try {
      while ((await read()) === PAGE);
      for (const resolve of asked) resolve()
    } catch (error) {
      waiting.push(...asked)
      if (!stopped) logger.warn({ error: String(error) }, 'the log of alerts was not read')
    }
  }
  const run = async () => {
    while (!stopped) {
      await readAll()
      if (!stopped) await bell.wait(POLL_MS)
    }
  }
  const running = run()
  return {
    at: () => at,
    since: memory.since,
    wake: bell.ring,
    refresh: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        bell.ring()
      }),
    stop: async () => {
      stopped = true
      bell.ring()
      await running
    },
  }
}
