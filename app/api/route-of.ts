import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from './context.ts'
import type { RouteName } from './not-found.ts'

/** The route that will answer this request, as OpenAPI writes it; undefined where there is none. Middleware may ask. */
export function routeOf(c: Context<Env>): RouteName | undefined {
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')
  return route && { method: route.method, path: route.path.replace(/:(\w+)/g, '{$1}') }
}
