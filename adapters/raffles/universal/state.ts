import { forbidsMachines } from '../../../core/raffle-form/policy.ts'
import { closedTo } from '../../../core/raffle-form/region.ts'
import { quote } from '../../retailers/universal/quote.ts'
import type { Draw } from '../adapter.ts'
import { Ended, leaveTo, notEntered } from '../ended.ts'
import { drawWords, ENTRY_NUMBER } from './words.ts'

/** The words of a page that say this, quoted. */
export function said(text: string, pattern: RegExp): string | undefined {
  const match = pattern.exec(text)
  return match ? quote(text, match.index) : undefined
}

/** Not with the first reading alone: whoever is in already is told so on the draw's page. */
export function alreadyIn(text: string): Ended | undefined {
  const evidence = said(text, drawWords.already)
  if (evidence === undefined) return undefined
  return new Ended({ kind: 'already-entered', number: ENTRY_NUMBER.exec(text)?.[1] ?? null, evidence })
}

/** @throws Ended where the draw is not for this member, or not for machines; whatever form stands below */
export function requireWelcome({ walk, entrant }: Draw, text: string): void {
  const forbids = forbidsMachines(text)
  if (forbids)
    throw leaveTo(walk, 'policy', {
      detail: `This draw takes no entries from machines ("${forbids}"). Please enter yourself.`,
    })
  const closed = closedTo(text, entrant.buyer.country)
  const evidence = closed ?? said(text, drawWords.region)
  if (evidence !== undefined)
    throw notEntered('region', `The draw is not open where you live: "${evidence}".`, evidence)
}

/** Why a page has no form that could be sent: what it says first counts. */
export function whyShut(text: string): Ended | undefined {
  const closed = drawWords.closed.exec(text)
  const early = drawWords.notOpen.exec(text)
  if (early && (!closed || early.index < closed.index)) {
    const evidence = quote(text, early.index)
    return notEntered('not-open', `The draw is not open yet: "${evidence}".`, evidence)
  }
  if (!closed) return undefined
  const evidence = quote(text, closed.index)
  return notEntered('closed', `The draw is closed: "${evidence}".`, evidence)
}
