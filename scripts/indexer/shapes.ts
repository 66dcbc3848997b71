import { z } from 'zod'

/** A URL of one of these schemes, as a flag gives it; the message never quotes it. */
export const url = (...schemes: string[]) => {
  const message = `a URL starting with ${schemes.join(' or ')}//`
  return z
    .string(message)
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), message)
}

/** A token's address, made lower-case. */
export const token = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'an address: 0x and 40 hex digits')
  .transform((value): `0x${string}` => `0x${value.slice(2).toLowerCase()}`)
