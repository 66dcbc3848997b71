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

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A key of your own making, a UUID say. The same request with the same key is done once and answered the same for a ' +
    'day; another request under it is refused with 422, and while the first one runs the second is with 409.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const

type Operation = { parameters?: unknown[]; responses: Record<string, unknown> }

/** What holds of every operation, written here once instead of at each route. */
function complete(method: string, operation: Operation): void {
  const schema = { $ref: '#/components/schemas/Problem' }
  operation.responses.default = {
    description: 'A problem',
    content: { 'application/problem+json': { schema } },
  }
  if (method === 'post') operation.parameters = [...(operation.parameters ?? []), idempotencyKey]
}

/**
 * The OpenAPI 3.1 description of everything the router serves. Every operation may answer a problem.
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
  for (const operations of Object.values(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations))
      if (typeof operation === 'object' && 'responses' in operation) complete(method, operation)
  return document
}
