import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { normalizePassword } from '../../core/auth/password.ts'

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. Stored with each hash, so they can grow. */
const current = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG_LENGTH = 32

/** The PHC string format: $argon2id$v=19$m=…,t=…,p=…$salt$tag, base64 without padding. */
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
const numbers = z.tuple([z.coerce.number().int(), z.coerce.number().int(), z.coerce.number().int()])

const run = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>
const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

function prefixOf({ memory, passes, parallelism }: typeof current): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`
}

/** Whether a hash was made with other parameters than those of today. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(prefixOf(current))
}

/** The password's argon2id hash in PHC form with a new 16-byte salt (RFC 9106). About 20 ms and 19 MiB. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const message = normalizePassword(password)
  const tag = await run('argon2id', { ...current, message, nonce: salt, tagLength: TAG_LENGTH })
  return `${prefixOf(current)}${base64(salt)}$${base64(tag)}`
}

/**
 * Whether the password has this hash. Compares in constant time. `undefined` (no such member, or one without a
 * password) costs the same work and is never equal, so that time tells nothing about who exists.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, m, t, p, salt, tag] = phc.exec(stored ?? '') ?? []
  if (!salt || !tag) {
    await hashPassword(password)
    return false
  }
  const [memory, passes, parallelism] = numbers.parse([m, t, p])
  const expected = Buffer.from(tag, 'base64')
  const message = normalizePassword(password)
  const nonce = Buffer.from(salt, 'base64')
  const actual = await run('argon2id', {
    memory,
    passes,
    parallelism,
    message,
    nonce,
    tagLength: expected.length,
  })
  return timingSafeEqual(actual, expected)
}
