import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { Buyer } from '../../adapters/retailers/adapter.ts'
import type { Profile } from '../../core/checkout/profile.ts'
import { Final } from '../../core/errors.ts'

const fix = '--help says what a profile holds.'

function wrong(message: string, cause?: unknown): Final {
  return new Final({ code: 'config.invalid', message, fix, cause })
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : (code ?? 'it cannot be read')
    throw wrong(`The profile ${file} cannot be read: ${why}.`, cause)
  }
}

function parse(file: string): unknown {
  const text = readText(file)
  try {
    return JSON.parse(text)
  } catch {
    // Without a cause: it would quote what stands in the file.
    throw wrong(`The profile ${file} is not JSON.`)
  }
}

/** The profile in a file, as this command wants it. Values are never quoted. @throws Final `config.invalid`, one reason per field */
export function readProfile<Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape> {
  const parsed = shape.safeParse(parse(file))
  if (parsed.success) return parsed.data
  const reasons = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'all of it'}: ${message}`,
  )
  throw wrong(`The profile ${file} is not usable: ${reasons.join('; ')}.`)
}

const nobody: Buyer = {
  ...{ email: '', name: '', street: '', city: '', state: '', zip_code: '', country: '' },
}

/** Who buys, in the words of the adapters. Without a profile: nobody, and no form is filled. */
export function buyerOf(profile: Profile | undefined): Buyer {
  if (!profile) return nobody
  const { email, first_name, last_name, phone, address } = profile
  return {
    ...{ email, phone, given: first_name, family: last_name, name: `${first_name} ${last_name}` },
    ...address,
  }
}
