'use client'
import type { HeardAlert } from '../live/feed.ts'
import { useAlerts } from '../live/use-alerts.ts'
import { newsOf, type RestocksOf } from './asked.ts'

/** How one of the list came here. */
export type Heard = {
  /** How long after the shop was asked it was sent to this page, ms, by the servers' clock; null where a member saw it. */
  afterMs: number | null
  /** False: it happened while this page was not connected, and was told afterwards. */
  isLive: boolean
}

export type News = {
  /** By restock. */
  heard: ReadonlyMap<string, Heard>
  /** Missed while the line was down, and told afterwards. */
  missed: number
  /** More was missed than can be told; the list itself is whole. */
  hasGap: boolean
}

function heardOf(alert: HeardAlert): [string, Heard][] {
  if (alert.kind !== 'restock') return []
  const asked = alert.asked_at === null ? null : Date.parse(alert.sent_at) - Date.parse(alert.asked_at)
  return [[alert.restock_id, { afterMs: asked, isLive: alert.is_live }]]
}

/** What comes in while the page is open. The list itself is read again by the event of the same restock (app/ui/live). */
export function useNews(asked: RestocksOf): News {
  const { alerts, hasGap } = useAlerts([newsOf(asked)])
  const heard = new Map(alerts.flatMap(heardOf))
  const missed = [...heard.values()].filter(({ isLive }) => !isLive).length
  return { heard, missed, hasGap }
}
