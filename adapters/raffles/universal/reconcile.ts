import { sentenceSaying, sentencesOf } from '../../../core/raffle-form/sentence.ts'
import type { Control } from '../../retailers/universal/dom.ts'
import { guard } from '../../retailers/universal/guard.ts'
import { act, readBlocks, readControls, readText } from '../../retailers/universal/page.ts'
import { press } from '../../retailers/universal/press.ts'
import { ask } from '../../retailers/universal/reconcile.ts'
import type { Draw, EntryLookup } from '../adapter.ts'
import { freshOf } from './state.ts'
import { drawWords, ENTRY_NUMBER } from './words.ts'

const numberIn = (text: string) => ENTRY_NUMBER.exec(text)?.[1] ?? null

/** The draw's own page may know the visitor, by the session that entered. What it said before the click says nothing. */
function knownHere(page: string, before: string): EntryLookup | undefined {
  const text = sentencesOf(freshOf(page, before))
    .filter((sentence) => !drawWords.thanks.test(sentence))
    .join('\n')
  const evidence = sentenceSaying(text, drawWords.already) ?? sentenceSaying(text, drawWords.entered)
  return evidence === undefined ? undefined : { kind: 'entered', number: numberIn(text), evidence }
}

const leadsToEntries = ({ kind, name }: Control) =>
  (kind === 'link' || kind === 'button') && name.length < 60 && drawWords.entries.test(name)

/** Opens the shop's list of one's entries, from the draw's page or the shop's first. */
async function openEntries({ walk }: Draw): Promise<boolean> {
  const { page, productUrl } = walk
  for (const url of [undefined, new URL('/', productUrl).href]) {
    if (url) await act(page, () => page.goto(url, { waitUntil: 'domcontentloaded' }))
    const link = (await readControls(page)).find(leadsToEntries)
    if (!link) continue
    await act(page, () => press(page, link))
    await guard(walk)
    return true
  }
  return false
}

/** What a list of entries says of this draw. */
async function readList({ walk: { page }, facts }: Draw): Promise<EntryLookup | undefined> {
  const none = sentenceSaying(await readText(page), drawWords.noEntry)
  if (none !== undefined) return { kind: 'none', evidence: none }
  const block = (await readBlocks(page, facts.title)).find((each) =>
    drawWords.listed.test(each.replace(facts.title, ' ')),
  )
  return block === undefined
    ? undefined
    : { kind: 'entered', number: numberIn(block), evidence: block.slice(0, 240) }
}

/** Asks the shop whether this member is in the draw: its page first, then its list of entries. Sends no entry. */
export async function reconcile(draw: Draw): Promise<EntryLookup> {
  const { walk } = draw
  await act(walk.page, () => walk.page.goto(walk.productUrl.href, { waitUntil: 'domcontentloaded' }))
  await guard(walk)
  const here = knownHere(await readText(walk.page), draw.facts.before)
  if (here) return here
  if (!(await openEntries(draw)))
    return { kind: 'unreadable', detail: 'The shop has no list of entries that was found.' }
  const shown = await readList(draw)
  if (shown?.kind === 'entered') return shown
  if (!(await ask(walk)))
    return shown ?? { kind: 'unreadable', detail: "The shop's list of entries asks for more than an email." }
  await guard(walk)
  return (
    (await readList(draw)) ?? { kind: 'unreadable', detail: "The shop's list of entries was not understood." }
  )
}
