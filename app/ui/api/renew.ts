import { type Problem, problemOf } from './problem.ts'

const LOCK = 'snpd-refresh'
/** Another tab was first: its answer, with the cookies, may still be on its way this long, ms. */
const RACED_MS = 500

async function exchange(): Promise<void> {
  const response = await fetch('/api/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    cache: 'no-store',
    // A reader who goes on to another page must not lose the new cookies: the old one is of no more use.
    keepalive: true,
  })
  if (response.status === 409) await new Promise((resolve) => setTimeout(resolve, RACED_MS))
  // 401: refused for good, the server has taken the cookies back.
  else if (!response.ok && response.status !== 401) throw await problemOf(response)
}

/** One tab at a time, where the browser has locks (secure contexts); elsewhere the server tells racing tabs apart. */
const inTurn = (work: () => Promise<void>) => (navigator.locks ? navigator.locks.request(LOCK, work) : work())

let running: Promise<void> | undefined
let ended = 0

/** How many exchanges have ended: to be asked before a request is sent. */
export const exchanges = (): number => ended

/**
 * Exchanges the browser's refresh cookie for new ones; however many ask at once, one exchange runs. Whatever came of it,
 * the cookies then say who this browser is: ask again what was refused.
 * @param since `exchanges()` of when the refused request was sent: its refusal may come after the exchange that mends it
 * @throws Problem when the server could not answer, TypeError when it was not reached
 */
export function renew(since = ended): Promise<void> {
  if (ended > since) return Promise.resolve()
  running ??= inTurn(exchange).finally(() => {
    running = undefined
    ended++
  })
  return running
}

/** The refusal that an exchange mends. */
export const isExpired = (problem: Problem) => problem.code === 'auth.expired'
