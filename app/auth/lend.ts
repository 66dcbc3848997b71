import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from '../../core/log.ts'
import { cookieNames } from './cookies.ts'
import { type AuthDeps, cookieOf, sessionOfBrowser } from './session.ts'
import { accessToken } from './start.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** The cookie header without our two, and with this access token if there is one. */
function withAccess(cookie: string, { session, refresh }: Record<string, string>, token?: string): string {
  const others = cookie
    .split(/; */)
    .filter((pair) => ![session, refresh].includes(pair.split('=', 1)[0]?.trim() ?? ''))
  return [...others, ...(token ? [`${session}=${token}`] : [])].join('; ')
}

async function lend(deps: AuthDeps, request: IncomingMessage): Promise<void> {
  const { cookie } = request.headers
  const names = cookieNames(deps.origin)
  if (cookie === undefined || !cookieOf(cookie, names.refresh)) return
  const session = await sessionOfBrowser(deps, cookie)
  const token = session && (await accessToken(deps, { memberId: session.memberId, sessionId: session.id }))
  request.headers.cookie = withAccess(cookie, names, token)
}

/**
 * Pages are rendered for the member also when the access cookie has run out: rendering gets an access token of its own,
 * by the refresh cookie, and never that cookie itself. Nothing is exchanged and nothing of it is sent to the browser,
 * which exchanges its cookie at its first own request: an answer to a page that the reader has left already would
 * lose the new one.
 */
export function lendAccess(deps: AuthDeps & { logger: Logger }, pages: Handler): Handler {
  return async (request, response) => {
    // Files of the build are the same for everyone.
    if (!request.url?.startsWith('/_next/'))
      await lend(deps, request).catch((err: unknown) =>
        deps.logger.error({ err }, 'a page is rendered for nobody'),
      )
    return pages(request, response)
  }
}
