import { openShopPage } from '../../adapters/browser/context.ts'
import { requireShopUrl } from '../../adapters/browser/fence.ts'
import { openDraw } from '../../adapters/raffles/draw.ts'
import { enterDraw } from '../../adapters/raffles/enter.ts'
import type { EntryJob } from '../../adapters/raffles/job.ts'
import { universalDrawAdapter } from '../../adapters/raffles/universal/adapter.ts'
import { openStay, type Stay } from '../../adapters/retailers/stay.ts'
import { Final } from '../../core/errors.ts'
import { gateName } from '../../core/manners/gate-name.ts'
import { drawKey } from '../../core/raffle-form/draw.ts'
import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'
import { openEntryFence } from '../../db/raffle-forms/fence.ts'
import { type EntryWork, noteEntry } from '../../db/raffle-forms/work.ts'
import type { FormDeps } from './deps.ts'
import { entrantOf } from './entrant.ts'

/** The draw is another worker's by now, or its member left: nothing more is done here. */
export class Taken extends Error {}

function visitOf(
  deps: FormDeps,
  work: EntryWork,
  { url, stay }: { url: URL; stay: Stay },
): EntryJob['visit'] {
  return async (before, use) => {
    const fence = { origins: [url.origin], pass: stay.pass, hasOrdered: stay.hasOrdered }
    const { context, page, close } = await openShopPage(await deps.keeper.get(), fence)
    try {
      await context.addCookies([...before])
      const draw = openDraw({ page, url, entrant: entrantOf(work), stay })
      return await use({ draw, cookies: () => context.cookies() })
    } finally {
      await close()
    }
  }
}

function jobOf(deps: FormDeps, work: EntryWork, at: { url: URL; stay: Stay }): EntryJob {
  const { sql, reconcileSeconds, stopping } = deps
  return {
    adapter: universalDrawAdapter,
    mode: 'auto',
    ...{ url: at.url, reconcileSeconds, stopping },
    ...{ clock: Date.now, confirm: undefined, visit: visitOf(deps, work, at) },
    fence: openEntryFence(sql, { memberId: work.memberId, draw: drawKey(at.url) }),
    report: async (_, message) => {
      if (!(await noteEntry(sql, work, message))) throw new Taken('another worker has it')
    },
  }
}

const handedOver = (url: string, detail: string): EntryOutcome => ({
  kind: 'handover',
  reason: 'policy',
  ...{ missing: [], resume_url: url, detail },
})

/**
 * Enters one draw, from wherever an earlier worker left it.
 * @returns what came of it; undefined while others are at the shop
 * @throws Taken; Retryable `browser.died`
 */
export async function runEntry(deps: FormDeps, work: EntryWork): Promise<EntryOutcome | undefined> {
  const { gate, allowLoopback } = deps
  try {
    const url = requireShopUrl(work.url, allowLoopback)
    const visitor = { id: work.id, purpose: 'checkout' } as const
    const answer = await gate.ask(gateName(url), visitor)
    if (answer.kind !== 'in') return undefined
    const stay = openStay({ gate, visitor, lease: answer.lease })
    try {
      return await enterDraw(jobOf(deps, work, { url, stay }))
    } finally {
      await stay.leave()
    }
  } catch (error) {
    if (!(error instanceof Final)) throw error
    return handedOver(work.url, `${error.message} ${error.fix ?? ''}`.trim())
  }
}
