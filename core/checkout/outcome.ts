import { z } from 'zod'
import { currencyShape, minorShape } from '../money.ts'

export const handoverReasonShape = z.enum([
  'challenge',
  'review',
  'payment',
  'price',
  'policy',
  'unknown-page',
])

/** How a checkout ended: one union for the CLI, the API, the UI and the worker. Never a boolean, never read from a page title. */
export const outcomeShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ordered'),
    number: z.string().nullable(),
    total_minor: minorShape,
    currency: currencyShape,
    /** What on the shop's page proves the order, quoted. */
    evidence: z.string(),
  }),
  z.object({
    kind: z.literal('handover'),
    reason: handoverReasonShape,
    resume_url: z.string().nullable(),
    detail: z.string(),
  }),
  z.object({
    kind: z.literal('not-ordered'),
    reason: z.enum(['sold-out', 'refused', 'expired', 'cancelled']),
    detail: z.string(),
  }),
  z.object({ kind: z.literal('unknown-needs-member'), detail: z.string() }),
  z.object({
    kind: z.literal('dry-run'),
    total_minor: minorShape,
    currency: currencyShape,
    detail: z.string(),
  }),
])
export type Outcome = z.infer<typeof outcomeShape>
