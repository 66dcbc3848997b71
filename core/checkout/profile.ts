import { z } from 'zod'
import { readExpiry } from '../payment/card.ts'
import type { PaymentCard } from '../payment/purpose.ts'
import { countryCode } from './country.ts'

/** Ways to pay that shops offer, by what the buyer has to give for them. */
export const payWayShape = z.enum(['cash_on_delivery', 'card', 'invoice', 'bank_transfer'])
export type PayWay = z.infer<typeof payWayShape>

const line = (most: number) => z.string().trim().min(1).max(most)

const cardShape = z
  .object({
    number: z
      .string()
      .transform((text) => text.replace(/[ -]/g, ''))
      .pipe(z.string().regex(/^\d{13,19}$/, '13 to 19 digits')),
    expiry: z.string(),
    name: line(100).optional(),
  })
  .transform(({ number, expiry, name }, context): Omit<PaymentCard, 'name'> & { name?: string } => {
    const read = readExpiry(expiry)
    if (read) return { number, ...read, ...(name ? { name } : {}) }
    context.addIssue({ code: 'custom', path: ['expiry'], message: 'month and year, such as 04/31' })
    return z.NEVER
  })

/** Who buys, as the command line's profile file says it. Keys it does not know are left out. */
export const profileShape = z.object({
  email: z.email().max(254),
  first_name: line(100),
  last_name: line(100),
  phone: z.string().trim().max(40).optional(),
  address: z.object({
    street: line(200),
    city: line(100),
    state: z.string().trim().max(100).default(''),
    zip_code: line(20),
    country: z.string().transform(countryCode).pipe(z.string('a country such as US, or its English name')),
  }),
  card: cardShape.optional(),
  shipping: z.enum(['cheapest', 'fastest']).default('cheapest'),
  payment: z.array(payWayShape).default([]),
})
export type Profile = z.infer<typeof profileShape>
