import { z } from 'zod'

const time = z.iso.datetime()
const basisPoints = z.int().min(0).max(10_000)

/** One line of a score; the points of all lines add up to the discount, unless that is the largest there is. */
const reasonsShape = z.array(z.object({ code: z.string(), words: z.string(), bp: z.int() }))

/** An appeal against one's own discount. */
export const appealShape = z.object({
  id: z.uuid(),
  text: z.string(),
  state: z.enum(['open', 'granted', 'refused']),
  created_at: time,
  decided_at: time.nullable(),
  /** The moderator's reason. */
  answer: z.string().nullable(),
  /** A granted one keeps discounts away until then. */
  lifts_until: time.nullable(),
})
export type Appeal = z.infer<typeof appealShape>

/** The same as a moderator sees it. */
export const reviewAppealShape = appealShape.extend({
  username: z.string().nullable(),
  /** What was taken off when it was written, and why. */
  discount_bp: basisPoints,
  reasons: reasonsShape,
})
export type ReviewAppeal = z.infer<typeof reviewAppealShape>

/** How far the member's circle only vouches for itself, and what that costs. Never names another member. */
export const clusterShape = z.object({
  /** Taken off awards that fewer than two outside of the circle vouched for. */
  discount_bp: basisPoints,
  reasons: reasonsShape,
  /** A granted appeal keeps the discount away until then. */
  lifted_until: time.nullable(),
  /** The latest one. */
  appeal: appealShape.nullable(),
})
export type Cluster = z.infer<typeof clusterShape>

/** Why the discount is wrong; why it was decided so. */
export const appealTextShape = z.string().trim().min(10).max(1_000)
