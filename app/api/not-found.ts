import type { OpenAPIHono } from '@hono/zod-openapi'
import { Final } from '../../core/errors.ts'
import type { Env } from './context.ts'

/** One route as listed: "GET /api/drops/{slug}". */
export type RouteName = { method: string; path: string }

/** Every route the router answers, middleware aside. Paths in OpenAPI's form. */
export function routesOf(router: OpenAPIHono<Env>): RouteName[] {
  const all = router.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, path: path.replace(/:(\w+)/g, '{$1}') }))
  return all.filter(
    ({ method, path }, index) => all.findIndex((r) => r.method === method && r.path === path) === index,
  )
}

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return (
    wanted.length === given.length && wanted.every((part, at) => part.startsWith('{') || part === given[at])
  )
}

/** Methods that some route answers at this path, for `Allow`; HEAD comes with GET. */
export function allowedMethods(routes: RouteName[], path: string): string[] {
  const found = routes.filter((route) => matches(route.path, path)).map(({ method }) => method)
  return [...new Set(found.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
}

/** The error for a request that no route answered. */
export function unanswered(method: string, allowed: string[]): Final {
  return allowed.length > 0
    ? new Final({
        code: 'route.method',
        message: `${method} is not possible here.`,
        fix: `Use ${allowed.join(' or ')}.`,
      })
    : new Final({
        code: 'route.not-found',
        message: 'There is nothing at this address.',
        fix: 'All addresses are listed at /api/docs.',
      })
}
