import { OpenAPIHono, z } from '@hono/zod-openapi'
import { Final } from '../../core/errors.ts'
import { closedMiddleware } from './closed.ts'
import type { Env } from './context.ts'
import { problem } from './problem.ts'
import { sayIssue } from './say-issue.ts'

/**
 * An empty router whose validation failures are problem details that name each field, and whose routes take what they
 * describe and nothing else.
 */
export function newRouter(): OpenAPIHono<Env> {
  z.config({ customError: sayIssue })
  const router = new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const errors = result.error.issues.flatMap(describeIssue)
      const error = new Final({
        code: 'input.invalid',
        message: errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '),
        fix: 'Correct the named fields; the whole description is at /api/docs.',
      })
      return problem({ error, requestId: c.get('requestId'), errors })
    },
  })
  const { openapi } = router
  router.openapi = ((route, ...rest) =>
    openapi({ ...route, middleware: closedMiddleware(route) }, ...rest)) as typeof openapi
  return router
}

type Issue = z.core.$ZodIssue
type Described = { path: string; message: string }

/** What is wrong by the form that it comes nearest to: the whole of an input that has several forms helps nobody. */
function nearest({ errors, path }: z.core.$ZodIssueInvalidUnion): Described[] {
  const forms = errors.map((issues) =>
    issues.flatMap((issue) => describeIssue({ ...issue, path: [...path, ...issue.path] })),
  )
  return forms.toSorted((one, other) => one.length - other.length)[0] ?? []
}

/** Zod keeps unknown keys in one issue without a path of their own; callers want one entry per field. */
function describeIssue(issue: Issue): Described[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown field' }))
  const near = issue.code === 'invalid_union' ? nearest(issue) : []
  return near.length > 0 ? near : [{ path: path.join('.'), message: issue.message }]
}

/** A required JSON body. */
export function body<Shape extends z.ZodType>(schema: Shape) {
  return { required: true, content: { 'application/json': { schema } } }
}

/** A JSON answer. */
export function answer<Shape extends z.ZodType>(schema: Shape, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** `{items: […]}`: every list's envelope. */
export function listOf<Shape extends z.ZodType>(schema: Shape) {
  return z.object({ items: z.array(schema) })
}
