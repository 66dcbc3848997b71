import type { ZodType } from 'zod'
import { words } from '../messages/api/request.ts'
import { fill } from '../messages/fill.ts'
import { Problem, problemOf } from './problem.ts'
import { exchanges, isExpired, renew } from './renew.ts'
import type { Body, ShapeName } from './shapes.ts'

export type Ask<Name extends ShapeName> = {
  /** Below /api. */
  path: string
  shape: Name
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  /** Idempotency-Key of a POST: sent again with the same one, it is done once. */
  key?: string
  /** On the server: the origin of the API, the reader's cookie and network address. */
  origin?: string
  cookie?: string
  address?: string
}

/** Reads one thing; the browser and the server each have their own. */
export type Getter = <Name extends ShapeName>(path: string, shape: Name) => Promise<Body<Name>>

const offline = () =>
  new Problem({
    status: 0,
    code: 'offline',
    detail: words.snpdDidNotAnswer,
    fix: words.checkYourConnection,
  })

function send(ask: Ask<ShapeName>): Promise<Response> {
  return fetch(`${ask.origin ?? ''}/api${ask.path}`, {
    method: ask.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ask.key ? { 'idempotency-key': ask.key } : {}),
      ...(ask.cookie ? { cookie: ask.cookie } : {}),
      ...(ask.address ? { 'x-forwarded-for': ask.address } : {}),
    },
    body: ask.body === undefined ? undefined : JSON.stringify(ask.body),
    cache: 'no-store',
  }).catch(() => {
    throw offline()
  })
}

/** Sends; a browser whose access cookie has run out gets a new one and sends again. */
async function sendRenewed(ask: Ask<ShapeName>): Promise<Response> {
  const since = exchanges()
  const response = await send(ask)
  if (response.ok) return response
  const problem = await problemOf(response)
  if (ask.origin !== undefined || !isExpired(problem)) throw problem
  await renew(since).catch((error: unknown) => {
    throw error instanceof Problem ? error : offline()
  })
  const again = await send(ask)
  if (again.ok) return again
  throw await problemOf(again)
}

/**
 * One call to the REST API; the answer has passed its shape.
 * @throws Problem when the API refuses, cannot be reached, or answers something else than its contract
 */
export async function request<Name extends ShapeName>(ask: Ask<Name>): Promise<Body<Name>> {
  const response = await sendRenewed(ask)
  const answer: unknown = response.status === 204 ? null : await response.json()
  const { shapes } = await import('./shapes.ts')
  const shape: ZodType = await shapes[ask.shape]()
  const parsed = shape.safeParse(answer)
  if (parsed.success) return parsed.data as Body<Name>
  throw new Problem({
    status: 502,
    code: 'contract',
    detail: fill(words.theAnswerOfWas, { path: ask.path }),
    fix: words.reloadThePageIt,
  })
}

/** The same for a reader in the browser. */
export const browserGet: Getter = (path, shape) => request({ path, shape })
