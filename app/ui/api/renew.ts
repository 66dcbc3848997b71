import { type Problem, problemOf } from './problem.ts'

const LOCK = 'snpd-refresh'
/** Refused for good: the server has taken the cookies back. Or another tab was first: its cookies are here. */
const SETTLED = new Set([401, 409])

async function exchange(): Promise<void> {
  const response = await fetch('/api/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    cache: 'no-store',
  })
  if (!response.ok && !SETTLED.has(response.status)) throw await problemOf(response)
}

/** One tab at a time, where the browser has locks (secure contexts); elsewhere the server tells racing tabs apart. */
const inTurn = (work: () => Promise<void>) => (navigator.locks ? navigator.locks.request(LOCK, work) : work())

let running: Promise<void> | undefined

/**
 * Exchanges the browser's refresh cookie for new ones; however many ask at once, one exchange runs. Whatever came of it,
 * the cookies then say who this browser is: ask again what was refused.
 * @throws Problem when the server could not answer, TypeError when it was not reached
 */
export function renew(): Promise<void> {
  running ??= inTurn(exchange).finally(() => {
    running = undefined
  })
  return running
}

/** The refusal that an exchange mends. */
export const isExpired = (problem: Problem) => problem.code === 'auth.expired'
