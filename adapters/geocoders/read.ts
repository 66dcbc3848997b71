import { z } from 'zod'
import type { Said } from '../../core/geo/geocoder.ts'

/** Far above any answer of a handful of places, bytes. */
const LONGEST = 1_000_000
/** When a service says nothing of how long. */
const PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 3_600_000

export type Asked = { url: URL; agent: string; timeoutMs: number }
export type Answered = { status: number; retryAfterMs: number; json: unknown }

/** Seconds or a date (RFC 9110, 10.2.3), as milliseconds from now. */
function pauseOf(header: string | null): number {
  if (header === null) return PAUSE_MS
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 1000), LONGEST_PAUSE_MS) : PAUSE_MS
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    length += part.length
    if (length > LONGEST) throw new Error(`an answer above ${LONGEST} bytes`)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One GET that says who asks. Redirects are not followed: they lead to somebody else. @throws what fetch throws */
async function readJson({ url, agent, timeoutMs }: Asked): Promise<Answered> {
  const response = await fetch(url, {
    headers: { 'user-agent': agent, accept: 'application/json', 'accept-language': 'en' },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const retryAfterMs = pauseOf(response.headers.get('retry-after'))
  return { status: response.status, retryAfterMs, json: parsed(await textOf(response)) }
}

/**
 * Asks and reads. Whatever goes wrong on the way is "later", in words without the address: it may hold a key.
 * @param read what a whole answer says; undefined when it is not one
 */
export async function say(asked: Asked, read: (answer: Answered) => Said | undefined): Promise<Said> {
  try {
    const answer = await readJson(asked)
    return (
      read(answer) ?? { kind: 'later', ms: answer.retryAfterMs, why: `it answered HTTP ${answer.status}` }
    )
  } catch (error) {
    const why = error instanceof Error ? error.name : 'an error'
    return { kind: 'later', ms: PAUSE_MS, why: `it did not answer (${why})` }
  }
}

export const latitudeShape = z.coerce.number().min(-90).max(90)
export const longitudeShape = z.coerce.number().min(-180).max(180)
