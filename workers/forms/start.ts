import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'
import { endEntry, giveEntryBack, takeEntry } from '../../db/raffle-forms/work.ts'
import type { FormDeps } from './deps.ts'
import { runEntry, Taken } from './run.ts'

const POLL_MS = 2_000

const isIn = ({ kind }: EntryOutcome) => kind === 'entered' || kind === 'already-entered'

/** Takes one draw and sees it through; what a stop of the process broke off is another's to go on with. @returns false when there is none, or the shop is busy */
async function step(deps: FormDeps): Promise<boolean> {
  const { sql, vault, logger } = deps
  const work = await takeEntry(sql, vault)
  if (!work) return false
  try {
    const outcome = await runEntry(deps, work)
    if (outcome && (isIn(outcome) || !deps.stopping.aborted)) await endEntry(sql, work, outcome)
    else await giveEntryBack(sql, work)
    logger.info({ request_id: work.id, kind: outcome?.kind ?? 'waits' }, 'draw of a shop')
    return outcome !== undefined
  } catch (error) {
    if (error instanceof Taken) return true
    await giveEntryBack(sql, work)
    throw error
  }
}

/** Enters shops' draws for members for as long as it runs, one at a time; any number of processes may. */
export function startForms(options: Omit<FormDeps, 'stopping'>): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const deps = { ...options, stopping: stopping.signal }
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = () => {
    running = step(deps)
      .catch((err: unknown) => {
        options.logger.warn({ err }, 'a draw of a shop was given back')
        return false
      })
      .then((more) => {
        if (!stopping.signal.aborted) timer = setTimeout(turn, more ? 0 : POLL_MS)
      })
  }
  turn()
  return {
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
