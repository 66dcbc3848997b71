import { join } from 'node:path'
import { openShopPage } from '../../adapters/browser/context.ts'
import type { BrowserKeeper } from '../../adapters/browser/launch.ts'
import type { DrawStep, Entrant } from '../../adapters/raffles/adapter.ts'
import { openDraw } from '../../adapters/raffles/draw.ts'
import { enterDraw } from '../../adapters/raffles/enter.ts'
import type { EntryJob } from '../../adapters/raffles/job.ts'
import { universalDrawAdapter } from '../../adapters/raffles/universal/adapter.ts'
import type { OriginGate } from '../../adapters/retailers/gate.ts'
import { askedAway } from '../../adapters/retailers/manners.ts'
import type { Stay } from '../../adapters/retailers/stay.ts'
import { drawKey } from '../../core/raffle-form/draw.ts'
import type { EntryFence } from '../../core/raffle-form/fence.ts'
import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'
import { enterShop } from '../checkout/enter.ts'
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
  gate: OriginGate
  screen: Screen<DrawStep>
  prompt: Prompt | undefined
  reconcileSeconds: number
  /** Aborted when the person stops the run. */
  stopping: AbortSignal
}

function visitOf({ url, entrant, keeper }: EntryRun, stay: Stay): EntryJob['visit'] {
  return async (before, use) => {
    const fence = { origins: [url.origin], pass: stay.pass, hasOrdered: stay.hasOrdered }
    const { context, page, close } = await openShopPage(await keeper.get(), fence)
    try {
      await context.addCookies([...before])
      return await use({ draw: openDraw({ page, url, entrant, stay }), cookies: () => context.cookies() })
    } finally {
      await close()
    }
  }
}

function fenceOf({ url, flags, entrant }: EntryRun): EntryFence {
  return openEntryJournal(join(flags.journal, 'draws'), { draw: drawKey(url), email: entrant.buyer.email })
}

function jobOf(run: EntryRun, stay: Stay): EntryJob {
  const { url, flags, screen, prompt, reconcileSeconds, stopping } = run
  return {
    adapter: universalDrawAdapter,
    ...{ url, mode: flags.mode, reconcileSeconds, stopping, clock: Date.now, visit: visitOf(run, stay) },
    fence: fenceOf(run),
    report: async (step, message) => {
      if (step === 'find' || step === 'fill') stopping.throwIfAborted()
      screen.step(step, message)
    },
    confirm: prompt && ((review) => prompt.confirm(`${reviewText(review)}\nEnter? [y/N] `)),
  }
}

/** Why it did not go in. What became of an entry behind the fence is not known while the shop cannot be asked. */
async function leftOutside(
  run: EntryRun,
  why: { kind: 'stopped' } | { kind: 'away'; ms: number },
): Promise<EntryOutcome> {
  const detail = why.kind === 'away' ? askedAway(run.url, why.ms).message : 'You stopped it.'
  const record = await fenceOf(run).read()
  if (record?.state === 'submitting') {
    const earlier = 'An earlier run may have entered you, and the shop could not be asked now.'
    return { kind: 'unknown-needs-member', detail: `${earlier} ${detail}` }
  }
  if (why.kind === 'stopped')
    return { kind: 'not-entered', reason: 'cancelled', detail: `${detail} Nothing was sent.`, evidence: null }
  return { kind: 'handover', reason: 'policy', missing: [], resume_url: run.url.href, detail }
}

/** Enters one draw from wherever an earlier run left it. @throws Final for what only the person can put right */
export async function runEntry(run: EntryRun): Promise<EntryOutcome> {
  const entered = await enterShop(run)
  if (entered.kind !== 'in') return leftOutside(run, entered)
  try {
    return await enterDraw(jobOf(run, entered.stay))
  } finally {
    await entered.stay.leave()
  }
}
