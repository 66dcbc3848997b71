import { z } from 'zod'
import { isTimeZone } from '../time-zone.ts'

const timeShape = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 22:30')

/** What a member wants to hear of, and when. Stored as it is said here; delivery reads it. */
export const notificationShape = z.strictObject({
  /** Restocks that someone reported or a monitor saw. */
  restocks: z.boolean(),
  /** A drop of what the member follows opens. */
  drops: z.boolean(),
  /** A checkout needs its member, or has ended. */
  checkouts: z.boolean(),
  /** Karma was minted. */
  karma: z.boolean(),
  /** A raffle that the member may enter opens; one of theirs is won, or paid back. */
  raffles: z.boolean(),
  /** A trade is offered, answered, on its way, in dispute or at its end; a seat on a jury. */
  trades: z.boolean(),
  /** A proposal opens, closes, or is in force. */
  votes: z.boolean(),
  /** US sizes of the restocks to hear of; none: every size. */
  sizes: z.array(z.string().regex(/^\d{1,2}(\.5)?$/, 'a size such as 10 or 9.5')).max(30),
  /** At once, or gathered. A checkout that waits for its member is always told at once. */
  pace: z.enum(['at-once', 'hourly', 'daily']),
  /** Local time in which nothing is sent but what a checkout needs; it may span midnight. Null: at any hour. */
  quiet: z
    .strictObject({
      from: timeShape,
      to: timeShape,
      time_zone: z.string().max(64).refine(isTimeZone, 'a time zone such as America/New_York'),
    })
    .nullable(),
})
export type NotificationSettings = z.infer<typeof notificationShape>

/** Of a member who never chose. */
export const defaultNotifications: NotificationSettings = {
  restocks: true,
  drops: true,
  checkouts: true,
  karma: true,
  raffles: true,
  trades: true,
  votes: false,
  sizes: [],
  pace: 'at-once',
  quiet: null,
}
