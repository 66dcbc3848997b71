import type { Context } from 'hono'
import { badJson } from './failure.ts'

/** Whether the body says that it is JSON. Media types are written in any case (RFC 9110, 8.3.1), and read so by the routes. */
export function saysJson(c: Context): boolean {
  return /json/i.test(c.req.header('content-type') ?? '')
}

/** The value of a JSON text; of an empty one undefined. @throws Final `input.json` */
export function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badJson(cause)
  }
}
