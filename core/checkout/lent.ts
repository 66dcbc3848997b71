import { z } from 'zod'
import { handoverReasonShape } from './outcome.ts'

/** The worker's own page at the shop, kept open for the member. */
export const lentPageShape = z.object({
  reason: handoverReasonShape,
  /** Why the assistant stopped here, in words for the member. */
  detail: z.string(),
  until: z.iso.datetime(),
})
export type LentPage = z.infer<typeof lentPageShape>

/**
 * How long a page stays with its member once an order may be under way, seconds. Until then nobody else of SNPD is let in
 * at that shop: what the page asks there belongs to the order, and two visitors at once there are never.
 */
export const LENT_BEHIND_SECONDS = 180

/** How the member gives the page back: the assistant is to go on, or the member ordered there. */
export const returnShape = z.enum(['go-on', 'ordered'])
export type Return = z.infer<typeof returnShape>

/** Where a page of the shop's own software, a person at it and this browser are enough; `price` and `policy` need another decision. */
const lendable: readonly string[] = ['challenge', 'review', 'payment', 'unknown-page']

/**
 * True when the member can go on at the worker's own page: the run stopped there, and the shop gave no link of its own.
 * @param here the page's address
 */
export function isLendable(handover: { reason: string; resume_url: string | null }, here: string): boolean {
  const hasLink = handover.resume_url !== null && handover.resume_url !== here
  return lendable.includes(handover.reason) && !hasLink && /^https?:/.test(here)
}
