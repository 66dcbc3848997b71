import type { MetadataRoute } from 'next'

/** Pages for reading may be found; what is a member's own, and what programs fetch, has nothing to find. */
export default function robots(): MetadataRoute.Robots {
  const disallow = [
    '/api/',
    '/me',
    '/checkouts',
    '/ledger',
    '/moderation',
    '/operator',
    '/saved',
    '/posts/new',
  ]
  return { rules: { userAgent: '*', allow: '/', disallow } }
}
