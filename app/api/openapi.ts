import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from './context.ts'
import { problemShape } from './problem.ts'

const info = {
  title: 'SNPD',
  version: '1',
  description:
    'Sign in for a token, or use the cookie of the web app. Errors are RFC 9457 problem details with a stable code and a fix. ' +
    'Amounts of karma are wei as decimal strings; prices are whole minor units with a currency.',
}

/**
 * The OpenAPI 3.1 description of everything the router serves. Every operation may answer a problem, so that answer
 * is written here once instead of at each route.
 */
export function describeApi(router: OpenAPIHono<Env>, sessionCookie: string) {
  const registry = router.openAPIRegistry
  registry.register('Problem', problemShape)
  registry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
  })
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  })
  const document = router.getOpenAPI31Document({ openapi: '3.1.0', info })
  const schema = { $ref: '#/components/schemas/Problem' }
  const failure = { description: 'A problem', content: { 'application/problem+json': { schema } } }
  for (const operations of Object.values(document.paths ?? {}))
    for (const operation of Object.values(operations))
      if (typeof operation === 'object' && 'responses' in operation) operation.responses.default = failure
  return document
}
