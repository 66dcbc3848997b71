import { z } from 'zod'
import { alertFilterShape } from './filter.ts'
import type { Alert } from './shape.ts'

/** Of one socket. */
export const MOST_FILTERS = 50

/** What a socket is to hear from now on, in place of what it heard before. */
export const followAlertsShape = z.strictObject({
  filters: z.array(alertFilterShape).max(MOST_FILTERS),
  /** The place of the last alert that the client knows of, from an answer or an alert. Heeded at a socket's first time. */
  after: z.int().min(0).optional(),
})
export type FollowAlerts = z.infer<typeof followAlertsShape>

/** Everything up to `after` has been said; or why nothing will be. */
export type FollowAnswer = { after: number } | { problem: string }

/** An alert as it leaves: with the moment of that, by the gateway's clock. */
export type SentAlert = Alert & { sent_at: string }

export type AlertsFromClient = {
  'alerts:follow': (asked: unknown, answer: (answer: FollowAnswer) => void) => void
}

export type AlertsToClient = {
  /** Each once, in the order of the log. */
  alert: (alert: SentAlert) => void
  /** Everything up to this place has been said that was to be: who follows little would else fall far behind. */
  'alerts:at': (at: { after: number }) => void
  /** Some of what was missed can no longer be told: lists are to be read again over REST. It goes on after this place. */
  'alerts:gap': (gap: { after: number }) => void
}
