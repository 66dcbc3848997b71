import { sentenceSaying, sentencesOf } from '../../../core/raffle-form/sentence.ts'
import { pageTrouble } from '../../retailers/adapter.ts'
import { act, readControls, readHumanChecks, readText, readUntil } from '../../retailers/universal/page.ts'
import { press } from '../../retailers/universal/press.ts'
import { words } from '../../retailers/universal/words.ts'
import type { Draw, EntryConfirmation } from '../adapter.ts'
import { entryForm, sendButton } from './form.ts'
import { readQuestions } from './questions.ts'
import { freshOf } from './state.ts'
import { drawWords, ENTRY_NUMBER } from './words.ts'

/** How long a page may take to say what became of an entry. Milliseconds. */
const ANSWER_MS = 10_000

/** Presses the button that enters, once. */
export async function submit({ walk: { page }, facts }: Draw): Promise<void> {
  const controls = await readControls(page)
  const form = entryForm(await readQuestions(page), controls, true) ?? -1
  const button = sendButton(controls, form)
  if (!button) throw pageTrouble('The button that enters is gone.')
  facts.before = await readText(page)
  await act(page, () => press(page, button))
}

type NotEntered = Extract<EntryConfirmation, { kind: 'not-entered' }>

function refusalIn(text: string): NotEntered | undefined {
  const reasons = [
    ['closed', drawWords.closed],
    ['region', drawWords.region],
    ['refused', drawWords.refused],
  ] as const
  const hits = reasons.map(([reason, pattern]) => ({ reason, evidence: sentenceSaying(text, pattern) }))
  const hit = hits.find(({ evidence }) => evidence !== undefined)
  return hit && { kind: 'not-entered', reason: hit.reason, evidence: hit.evidence ?? '' }
}

/** What the page's new words say; never its title or address. Both yes and no is neither. */
function readWords(text: string): EntryConfirmation {
  const byMail = sentenceSaying(text, drawWords.byMail)
  if (byMail !== undefined)
    return {
      kind: 'unclear',
      detail: `The shop counts the entry once you open a link that it mails you: "${byMail}".`,
    }
  const number = ENTRY_NUMBER.exec(text)
  const already = sentenceSaying(text, drawWords.already)
  if (already !== undefined)
    return { kind: 'already-entered', number: number?.[1] ?? null, evidence: already }
  const entered = sentenceSaying(text, drawWords.entered)
  const refusal = refusalIn(text)
  if (entered && refusal) return { kind: 'unclear', detail: 'The page after the entry says both yes and no.' }
  if (refusal) return refusal
  const failed = sentenceSaying(text, drawWords.failed)
  if (failed !== undefined && !entered)
    return { kind: 'unclear', detail: `The shop says that something broke: "${failed}".` }
  if (!entered) return { kind: 'unclear', detail: 'The page after the entry says neither yes nor no.' }
  const numbered = number
    ? sentencesOf(text).find((each) => each.includes(number[1] ?? number[0]))
    : undefined
  const evidence = [...new Set([entered, numbered ?? entered])].join(' / ')
  return { kind: 'entered', number: number?.[1] ?? null, evidence }
}

async function readEnd({ walk, facts }: Draw): Promise<EntryConfirmation> {
  if (walk.status() >= 500) return { kind: 'unclear', detail: `The shop answered ${walk.status()}.` }
  const [check] = await readHumanChecks(walk.page)
  const text = freshOf(await readText(walk.page), facts.before)
  const asks = check ? 'a human check' : words.human.exec(text)?.[0]
  const read = readWords(text)
  if (asks && read.kind === 'unclear')
    return { kind: 'challenge', detail: `The shop asks for a person (${asks}) before it takes the entry.` }
  if (read.kind === 'entered' && walk.status() >= 400)
    return { kind: 'unclear', detail: `The shop answered ${walk.status()}.` }
  return read
}

/** An answer that is still on its way is waited for; a server that failed has answered. */
export async function confirm(draw: Draw): Promise<EntryConfirmation> {
  return readUntil(draw.walk.page, {
    read: () => readEnd(draw),
    wanted: ({ kind }) => kind !== 'unclear' || draw.walk.status() >= 500,
    ms: ANSWER_MS,
  })
}
