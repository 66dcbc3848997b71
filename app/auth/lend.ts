import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from '../../core/log.ts'
import { cookieNames } from './cookies.ts'
import { type AuthDeps, cookieOf, sessionOfBrowser } from './session.ts'
import { accessToken } from './start.ts'

/** Stands for a refresh cookie that signs nobody in. */
const NOT_NEWEST = 'not-newest'

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** The cookie header with this in the place of our two. */
function inPlaceOf(cookie: string, names: string[], pair: string): string {
  const others = cookie.split(/; */).filter((one) => !names.includes(one.split('=', 1)[0]?.trim() ?? ''))
  return [...others, pair].join('; ')
}

async function lend(deps: AuthDeps, request: IncomingMessage): Promise<void> {
  const { cookie } = request.headers
  const names = cookieNames(deps.origin)
  if (cookie === undefined || !cookieOf(cookie, names.refresh)) return
  const held = await sessionOfBrowser(deps, cookie)
  const { session, refresh } = names
  const pair = held
    ? `${session}=${await accessToken(deps, { memberId: held.memberId, sessionId: held.id })}`
    : `${refresh}=${NOT_NEWEST}`
  request.headers.cookie = inPlaceOf(cookie, [session, refresh], pair)
}

/**
 * Pages are rendered for the member also when the access cookie has run out: rendering gets an access token of its own,
 * by the refresh cookie, and never that cookie itself. Nothing is exchanged and nothing of it is sent to the browser,
 * which exchanges its cookie at its first own request: an answer to a page that the reader has left already would
 * lose the new one. A refresh cookie that is not the newest may be one whose exchange is under way in another tab: the
 * API then tells rendering that the token has run out, nothing is rendered for a stranger, and the browser finds out.
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
