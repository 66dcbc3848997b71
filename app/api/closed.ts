import type { RouteConfig } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { Final } from '../../core/errors.ts'
import type { Env } from './context.ts'
import { parseJson, saysJson } from './json.ts'
import { problem } from './problem.ts'

type Wrong = { path: string; message: string }[]

function refuse(requestId: string, errors: Wrong): Response {
  const error = new Final({
    code: 'input.invalid',
    message: errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '),
    fix: 'Leave out what is named; the whole description is at /api/docs.',
  })
  return problem({ error, requestId, errors })
}

const unknown = (keys: string[]): Wrong => keys.map((path) => ({ path, message: 'unknown field' }))

const noQuery: MiddlewareHandler<Env> = async (c, next) => {
  const keys = Object.keys(c.req.queries())
  return keys.length > 0 ? refuse(c.get('requestId'), unknown(keys)) : next()
}

/** Nothing, or an empty JSON object, which clients send that always send JSON. */
const noBody: MiddlewareHandler<Env> = async (c, next) => {
  const text = await c.req.text()
  if (text === '') return next()
  const value = saysJson(c) ? parseJson(text) : text
  const fields =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  if (fields.length > 0) return refuse(c.get('requestId'), unknown(fields))
  const isEmpty = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isEmpty ? next() : refuse(c.get('requestId'), [{ path: '', message: 'there is no body here' }])
}

type Parts = Pick<RouteConfig, 'method' | 'request' | 'middleware'>

/**
 * The route's middleware, and after it what refuses the input that the route does not describe. What it does describe
 * must be strict shapes (test/matrix asks every route).
 */
export function closedMiddleware({ method, request, middleware }: Parts): MiddlewareHandler[] {
  const own = middleware === undefined ? [] : [middleware].flat()
  const query = request?.query ? [] : [noQuery]
  const body = request?.body || method === 'get' ? [] : [noBody]
  return [...own, ...query, ...body] as MiddlewareHandler[]
}
