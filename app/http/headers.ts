import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export type SecurityOptions = {
  origin: string
  /** Development: React and the bundler evaluate code to show errors and to reload. */
  development: boolean
  /** Where the page may also connect: the local demo's chain. */
  connect: readonly string[]
}

/**
 * The content security policy of every answer.
 * - Scripts: our own files, and inline ones with this answer's nonce (Next's hydration data). No eval.
 * - Styles keep 'unsafe-inline': RainbowKit writes a <style> of its own and React renders style attributes, neither of
 *   which takes a nonce. With scripts closed, what a style could do is bounded by img, font and connect being ours.
 */
function contentPolicy(nonce: string, { origin, development, connect }: SecurityOptions): string {
  const sockets = origin.replace(/^http/, 'ws')
  const directives = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", sockets, ...connect],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}

/**
 * Sets the security headers of one answer. The policy also goes into the request, where Next looks for the nonce to
 * put on its own scripts; whatever a client sent there is gone.
 */
export function secure(request: IncomingMessage, response: ServerResponse, options: SecurityOptions): void {
  const policy = contentPolicy(randomBytes(16).toString('base64'), options)
  request.headers['content-security-policy'] = policy
  delete request.headers['content-security-policy-report-only']
  response.setHeader('content-security-policy', policy)
  // Next's development server sends one of its scripts as application/json.
  if (!options.development) response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('x-frame-options', 'DENY')
  // A wallet's own window must be able to answer the page that opened it.
  response.setHeader('cross-origin-opener-policy', 'same-origin-allow-popups')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('permissions-policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()')
  if (options.origin.startsWith('https:'))
    response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains')
}
