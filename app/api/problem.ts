import { STATUS_CODES } from 'node:http'
import { z } from '@hono/zod-openapi'
import { type ErrorCode, errorCodes, type Final, type Retryable } from '../../core/errors.ts'

/** RFC 9457 problem details, with our stable code and what to do about it. */
export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(Object.keys(errorCodes) as ErrorCode[]),
    fix: z.string().optional(),
    request_id: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
type Problem = z.infer<typeof problemShape>

/** Seconds after which the same request may do better (RFC 9110, Retry-After). */
const retryAfter: Partial<Record<ErrorCode, string>> = {
  'auth.throttled': '900',
  'auth.busy': '2',
  'db.unreachable': '5',
  'chain.unreachable': '5',
  'redis.unreachable': '5',
  'geocoder.busy': '5',
}

type ProblemOptions = {
  error: Final | Retryable
  requestId: string
  /** One entry per wrong field, its path dotted: "shipping.zip_code". */
  errors?: { path: string; message: string }[]
  headers?: Record<string, string>
}

/** The answer for an error of ours. */
export function problem({ error, requestId, errors, headers = {} }: ProblemOptions): Response {
  const { code, fix, message, status } = error
  const title = STATUS_CODES[status] ?? 'Error'
  const content: Problem = {
    type: `urn:snpd:problem:${code}`,
    title,
    status,
    detail: message,
    code,
    fix,
    request_id: requestId,
    errors,
  }
  const extra = { ...headers }
  if (status === 401) extra['www-authenticate'] = 'Bearer'
  const wait = retryAfter[code]
  if (wait) extra['retry-after'] = wait
  return new Response(JSON.stringify(content), {
    status,
    headers: { 'content-type': 'application/problem+json', ...extra },
  })
}
