'use client'
import { useEffect, useRef, useState } from 'react'
import type { AlertFilter } from '../../../core/alert/filter.ts'
import type { HeardAlert } from './feed.ts'
import { useFeed } from './live.tsx'

/** More than a page shows. */
const MOST = 100

export type Alerts = {
  /** Newest first; what matches any of the filters since the page has them, and what this tab missed before. */
  alerts: readonly HeardAlert[]
  /** Some came that can no longer be told: lists are to be read again, and the page should say so. */
  hasGap: boolean
}
const none: Alerts = { alerts: [], hasGap: false }

/**
 * The alerts that match any of the filters, as they come. Filters are compared by what they say: a new array of the same ones
 * changes nothing. Other filters begin with an empty list; no filters hear nothing.
 * @param onAlert called once for each as it comes
 */
export function useAlerts(filters: readonly AlertFilter[], onAlert?: (alert: HeardAlert) => void): Alerts {
  const feed = useFeed()
  const wanted = JSON.stringify(filters)
  const [heard, setHeard] = useState({ of: wanted, ...none })
  const tell = useRef(onAlert)
  useEffect(() => {
    tell.current = onAlert
  })
  useEffect(() => {
    setHeard({ of: wanted, ...none })
    return feed.listen({
      filters: JSON.parse(wanted),
      hear: (alert) => {
        setHeard((before) => ({ ...before, alerts: [alert, ...before.alerts].slice(0, MOST) }))
        tell.current?.(alert)
      },
      gap: () => setHeard((before) => ({ ...before, hasGap: true })),
    })
  }, [feed, wanted])
  return heard.of === wanted ? heard : none
}
