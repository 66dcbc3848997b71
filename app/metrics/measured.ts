import type { MiddlewareHandler } from 'hono'
import type { Env } from '../api/context.ts'
import { routeOf } from '../api/route-of.ts'
import type { Handler } from '../http/handler.ts'
import type { WebMetrics } from './web.ts'

/** Counts what the API answers, what its guards refuse too. */
export function measuredApi(metrics: WebMetrics | undefined): MiddlewareHandler<Env> {
  return async (c, next) => {
    const began = performance.now()
    await next()
    const route = routeOf(c)?.path ?? 'none'
    const seconds = (performance.now() - began) / 1000
    metrics?.request({ method: c.req.method, route, status: c.res.status, seconds })
  }
}

/** Counts pages, and the files that belong to them apart. */
export function measuredPages(metrics: WebMetrics | undefined, pages: Handler): Handler {
  if (!metrics) return pages
  return (request, response) => {
    const began = performance.now()
    const route = request.url?.startsWith('/_next/') ? 'file' : 'page'
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1000
      metrics.request({ method: request.method ?? '', route, status: response.statusCode, seconds })
    })
    return pages(request, response)
  }
}
