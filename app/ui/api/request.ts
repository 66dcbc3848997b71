import { Problem, problemOf } from './problem.ts'
import type { Body, ShapeName } from './shapes.ts'

export type Ask<Name extends ShapeName> = {
  /** Below /api. */
  path: string
  shape: Name
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  body?: unknown
  /** On the server: the origin of the API and the reader's cookie. */
  origin?: string
  cookie?: string
}

/** Reads one thing; the browser and the server each have their own. */
export type Getter = <Name extends ShapeName>(path: string, shape: Name) => Promise<Body<Name>>

const offline = () =>
  new Problem({
    status: 0,
    code: 'offline',
    detail: 'SNPD did not answer.',
    fix: 'Check your connection, then try again.',
  })

/**
 * One call to the REST API; the answer has passed its shape.
 * @throws Problem when the API refuses, cannot be reached, or answers something else than its contract
 */
export async function request<Name extends ShapeName>(ask: Ask<Name>): Promise<Body<Name>> {
  const response = await fetch(`${ask.origin ?? ''}/api${ask.path}`, {
    method: ask.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ask.cookie ? { cookie: ask.cookie } : {}),
    },
    body: ask.body === undefined ? undefined : JSON.stringify(ask.body),
    cache: 'no-store',
  }).catch(() => {
    throw offline()
  })
  if (!response.ok) throw await problemOf(response)
  const answer: unknown = response.status === 204 ? null : await response.json()
  const { shapes } = await import('./shapes.ts')
  const parsed = shapes[ask.shape].safeParse(answer)
  if (parsed.success) return parsed.data as Body<Name>
  throw new Problem({
    status: 502,
    code: 'contract',
    detail: `The answer of ${ask.path} was not what this page expects.`,
    fix: 'Reload the page; it may be older than the server.',
  })
}

/** The same for a reader in the browser. */
export const browserGet: Getter = (path, shape) => request({ path, shape })
