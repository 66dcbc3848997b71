import type { Context, MiddlewareHandler } from 'hono'
import { hasCardNumber } from '../../core/card.ts'
import { Final } from '../../core/errors.ts'
import type { Env } from './context.ts'
import { parseJson, saysJson } from './json.ts'
import { takesPhoto } from './photo-body.ts'
import { problem } from './problem.ts'

/** One text of the input and where it stands; a path never contains what a client wrote as a card number. */
type Text = { path: string[]; text: string }

/** A number with a fraction is a measure, whatever its digits. */
const isTextual = (value: unknown): value is string | number =>
  typeof value === 'string' || Number.isInteger(value)

/** Every text and whole number inside a JSON value, keys included. A stack, not recursion: 64 KB of "[" is valid JSON. */
function* textsOf(value: unknown): Generator<Text> {
  const stack: { path: string[]; value: unknown }[] = [{ path: [], value }]
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { path, value } = item
    if (isTextual(value)) yield { path, text: String(value) }
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        // A key that is refused is named by what it stands in.
        yield { path, text: key }
        stack.push({ path: path.length < 8 ? [...path, key] : path, value: inner })
      }
  }
}

/** A URL's path and query are logged and a user agent is kept with the session; a body may end up anywhere. */
function* inputOf(c: Context<Env>, body: string): Generator<Text> {
  const { pathname, searchParams } = new URL(c.req.url)
  yield { path: ['(address)'], text: decoded(pathname) }
  for (const [key, text] of searchParams) {
    yield { path: ['(query)'], text: key }
    yield { path: [key], text }
  }
  yield { path: ['(user-agent)'], text: c.req.header('user-agent') ?? '' }
  if (saysJson(c)) yield* textsOf(takesPhoto(c) ? withoutPhoto(parseJson(body)) : parseJson(body))
  else yield { path: ['(body)'], text: body }
}

/** How a JPEG, a PNG and a WebP begin in base64. */
const pictures = /^(?:\/9j\/|iVBORw0KGgo|UklGR)/

/** Of the pixels nothing is read as text, and all that is not pixels goes when it is drawn anew. */
function withoutPhoto(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('image' in value)) return value
  const isPicture = typeof value.image === 'string' && pictures.test(value.image)
  return isPicture ? { ...value, image: undefined } : value
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

const MESSAGE = 'looks like a payment card number, which SNPD never takes here'

function refuse(c: Context<Env>, path: string): Response {
  const error = new Final({
    code: 'input.card-number',
    message: path ? `${path}: this ${MESSAGE}.` : `A name of a field ${MESSAGE}.`,
    fix: 'Remove it; payment details belong into the sealed payment form. If it is no card (an e-mail address with a long number, say), write it otherwise: 13 to 19 digits with this check digit are refused whatever they are.',
  })
  const errors = [{ path, message: `this ${MESSAGE}` }]
  return problem({ error, requestId: c.get('requestId'), errors })
}

/** Card numbers must not land in a column, a log or a trace: refused before anything else reads the input. */
export const noCards: MiddlewareHandler<Env> = async (c, next) => {
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  for (const { path, text } of inputOf(c, reads ? '' : await c.req.text()))
    if (hasCardNumber(text)) return refuse(c, path.join('.'))
  return next()
}
