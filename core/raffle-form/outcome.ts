import { z } from 'zod'

const evidence = z.string()

/**
 * How entering a shop's own draw ended: one union for the CLI, the API, the UI and the worker. Never read from a page's
 * title; what the shop wrote is quoted.
 */
export const entryOutcomeShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entered'),
    number: z.string().nullable(),
    /** What on the shop's page proves the entry, quoted. */
    evidence,
  }),
  z.object({
    /** The member was in the draw before: by SNPD's own record, or by the shop's word. */
    kind: z.literal('already-entered'),
    number: z.string().nullable(),
    evidence,
  }),
  z.object({
    kind: z.literal('handover'),
    reason: z.enum(['challenge', 'review', 'missing', 'account', 'payment', 'policy', 'unknown-page']),
    /** With `missing`: what the form demands and the member has not given, in the form's words. */
    missing: z.array(z.string()),
    resume_url: z.string().nullable(),
    detail: z.string(),
  }),
  z.object({
    kind: z.literal('not-entered'),
    /** `region`, `size` and `age`: the draw is not for this member. `refused`: the shop said no after the click. */
    reason: z.enum(['closed', 'not-open', 'region', 'size', 'age', 'refused', 'cancelled']),
    detail: z.string(),
    evidence: evidence.nullable(),
  }),
  z.object({ kind: z.literal('unknown-needs-member'), detail: z.string() }),
  z.object({
    kind: z.literal('dry-run'),
    detail: z.string(),
    /** The questions that were answered, in the form's words. */
    answered: z.array(z.string()),
  }),
])
export type EntryOutcome = z.infer<typeof entryOutcomeShape>
