import { z } from 'zod'
import { profileShape } from '../checkout/profile.ts'

const line = z.string().trim().min(1).max(200)

/**
 * Who enters, as the command line's profile file says it: the file of `npm run checkout`, with more that draws ask for.
 * Only what a draw can never do without must be there; keys it does not know are left out.
 */
export const entrantShape = profileShape
  .pick({ email: true, first_name: true, last_name: true, phone: true })
  .extend({
    address: profileShape.shape.address.optional(),
    /** YYYY-MM-DD. */
    birth_date: z.iso.date('a date such as 1998-04-30').optional(),
    /** With or without its @. */
    instagram: z
      .string()
      .trim()
      .regex(/^@?[\w.]{1,30}$/, 'a handle of letters, digits, _ and .')
      .transform((handle) => handle.replace(/^@/, ''))
      .optional(),
    /** Stores to pick up at, best first. */
    stores: z.array(line).default([]),
    receive: z.enum(['store', 'shipping']).optional(),
    /** The member's own answers, by words of the question. */
    answers: z.record(line, line).default({}),
  })
export type EntrantProfile = z.infer<typeof entrantShape>
