import { z } from 'zod'

/** A shop's cookie as browsers hand it out; `expires` in seconds since 1970, -1 for the session. */
export const sessionCookieShape = z.object({
  ...{ name: z.string(), value: z.string(), domain: z.string(), path: z.string() },
  ...{ expires: z.number(), httpOnly: z.boolean(), secure: z.boolean() },
  sameSite: z.enum(['Strict', 'Lax', 'None']),
})
