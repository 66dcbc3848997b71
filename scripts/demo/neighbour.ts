import { setTimeout as sleep } from 'node:timers/promises'
import { type Logger, pino } from 'pino'
import { parseConfig } from '../../core/config.ts'
import { logOptions } from '../../core/log.ts'
import { runCommand } from '../cli/run.ts'
import { makeAccount, renew, type Session } from './account.ts'
import { type Api, createApi, Refusal } from './api.ts'
import { confirmFresh } from './confirm.ts'

const POLL_MS = 2_000
const LONGEST_PAUSE_MS = 30_000

type Visit = { api: Api; logger: Logger; stop: AbortSignal }

/** One look at the street. @returns the session to go on with; undefined: this member is gone, a new one is needed */
async function visit({ api, logger, stop }: Visit, session: Session): Promise<Session | undefined> {
  try {
    const count = await confirmFresh(api, session.token, stop)
    if (count > 0) logger.info({ count }, 'confirmed')
    return session
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 401) throw error
  }
  return renew(api, session, stop).catch((error) => {
    if (error instanceof Refusal && error.status === 401) return undefined
    throw error
  })
}

/** Looks every two seconds, and less often while the API is away. */
async function live(visiting: Visit): Promise<void> {
  const { api, logger, stop } = visiting
  let session: Session | undefined
  let failures = 0
  while (!stop.aborted) {
    try {
      session = await (session ? visit(visiting, session) : makeAccount(api, stop))
      failures = 0
    } catch (error) {
      if (stop.aborted) return
      failures++
      logger.warn({ failures }, `the API does not serve the neighbour: ${(error as Error).message}`)
    }
    const pause = Math.min(POLL_MS * 2 ** failures, LONGEST_PAUSE_MS)
    await sleep(pause, undefined, { signal: stop }).catch(() => undefined)
  }
}

/**
 * The demo's neighbour: a member like any other, by the public API alone, who goes and looks when someone reports a
 * restock. So that a newcomer who is alone can walk the whole way; never part of a real community.
 */
async function main(): Promise<void> {
  const { ORIGIN, LOG_LEVEL } = parseConfig(process.env, ['ORIGIN', 'LOG_LEVEL'])
  const stopping = new AbortController()
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => stopping.abort())
  const logger = pino(logOptions('neighbour', LOG_LEVEL))
  process.send?.({ ready: true })
  await live({ api: createApi(ORIGIN), logger, stop: stopping.signal })
}

await runCommand(main)
