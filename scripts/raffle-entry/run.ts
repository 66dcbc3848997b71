import { openShopPage } from '../../adapters/browser/context.ts'
import type { BrowserKeeper } from '../../adapters/browser/launch.ts'
import type { DrawStep, Entrant } from '../../adapters/raffles/adapter.ts'
import { openDraw } from '../../adapters/raffles/draw.ts'
import { enterDraw } from '../../adapters/raffles/enter.ts'
import type { EntryJob } from '../../adapters/raffles/job.ts'
import { universalDrawAdapter } from '../../adapters/raffles/universal/adapter.ts'
import { drawKey } from '../../core/raffle-form/draw.ts'
import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'
import { lockOrigin } from '../checkout/lock.ts'
import type { Prompt } from '../checkout/prompt.ts'
import type { Screen } from '../checkout/screen.ts'
import type { EntryFlags } from './flags.ts'
import { openEntryJournal } from './journal.ts'
import { reviewText } from './result.ts'

/** One run of the command line: which draw, for whom. */
export type EntryRun = {
  url: URL
  flags: Pick<EntryFlags, 'mode' | 'journal'>
  entrant: Entrant
  keeper: BrowserKeeper
  screen: Screen<DrawStep>
  prompt: Prompt | undefined
  reconcileSeconds: number
  /** Aborted when the person stops the run. */
  stopping: AbortSignal
}

function visitOf({ url, entrant, keeper }: EntryRun): EntryJob['visit'] {
  return async (before, use) => {
    const { context, page, close } = await openShopPage(await keeper.get(), { origins: [url.origin] })
    try {
      await context.addCookies([...before])
      return await use({ draw: openDraw({ page, url, entrant }), cookies: () => context.cookies() })
    } finally {
      await close()
    }
  }
}

function jobOf(run: EntryRun): EntryJob {
  const { url, flags, entrant, screen, prompt, reconcileSeconds, stopping } = run
  const subject = { draw: drawKey(url), email: entrant.buyer.email }
  return {
    adapter: universalDrawAdapter,
    ...{ url, mode: flags.mode, reconcileSeconds, stopping, clock: Date.now, visit: visitOf(run) },
    fence: openEntryJournal(`${flags.journal}/draws`, subject),
    report: async (step, message) => {
      if (step === 'find' || step === 'fill') stopping.throwIfAborted()
      screen.step(step, message)
    },
    confirm: prompt && ((review) => prompt.confirm(`${reviewText(review)}\nEnter? [y/N] `)),
  }
}

/** Enters one draw from wherever an earlier run left it. @throws Final for what only the person can put right */
export async function runEntry(run: EntryRun): Promise<EntryOutcome> {
  const release = await lockOrigin(run.flags.journal, run.url.origin, () =>
    run.screen.say('Another run of yours is at this shop; waiting for it.'),
  )
  try {
    return await enterDraw(jobOf(run))
  } finally {
    release()
  }
}
