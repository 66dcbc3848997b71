import type { Context } from 'hono'
import type { Env } from './context.ts'
import { routeOf } from './route-of.ts'

const routes: readonly (string | undefined)[] = ['/api/photos', '/api/restocks/{id}/photos']

/** Whether the route that will answer takes a picture, as base64 in the field `image`. */
export function takesPhoto(c: Context<Env>): boolean {
  const route = routeOf(c)
  return route?.method === 'POST' && routes.includes(route.path)
}
