import type { Control } from '../../retailers/universal/dom.ts'
import { guard } from '../../retailers/universal/guard.ts'
import { act, readControls, readText, readUntil } from '../../retailers/universal/page.ts'
import { persist } from '../../retailers/universal/persist.ts'
import { press } from '../../retailers/universal/press.ts'
import { words } from '../../retailers/universal/words.ts'
import type { Draw, EntryReview } from '../adapter.ts'
import { leaveTo } from '../ended.ts'
import { ownQuestions } from './fill.ts'
import { entryForm, nextButton, sendButton } from './form.ts'
import { type Question, readQuestions } from './questions.ts'
import { whyShut } from './state.ts'

/** A button may wait for what its page checks in the background. Milliseconds. */
const WAKES_MS = 3_000
const APPEARS_MS = 6_000

type Buttons = { send: Control | undefined; next: Control | undefined; text: string }

async function readButtons({ walk: { page } }: Draw): Promise<Buttons> {
  const controls = await readControls(page)
  const form = entryForm(await readQuestions(page), controls, true) ?? -1
  return { send: sendButton(controls, form), next: nextButton(controls, form), text: await readText(page) }
}

/** What fields complain about, the browser's own words among it; of this form's fields alone. */
async function complaints({ walk: { page } }: Draw): Promise<string[]> {
  return page.locator('[data-snpd]:invalid, [data-snpd][aria-invalid=true]').evaluateAll((fields) =>
    fields.flatMap((el) => {
      const field = el as HTMLInputElement
      if (field.closest('header,footer,nav')) return []
      const name = field.labels?.[0]?.textContent?.trim() || field.getAttribute('aria-label') || field.name
      return `${name}: ${field.validationMessage || 'not accepted'}`
    }),
  )
}

const holds = (text: string, answer: string) => {
  const bare = (each: string) => each.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return bare(text).includes(bare(answer))
}

/** What stands in the form as the answer to a question. */
function standing({ kind, control, options }: Question): string {
  if (kind === 'one')
    return options
      .filter(({ chosen }) => chosen)
      .map(({ label }) => label)
      .join(' ')
  return kind === 'list' ? `${control.value} ${control.name}` : control.value
}

/** A phone number may be written in another way than it was given. */
function isKept(question: Question, answer: string): boolean {
  if (question.topic !== 'phone') return holds(standing(question), answer)
  return standing(question).replace(/\D/g, '').endsWith(answer.replace(/\D/g, '').slice(-7))
}

/** Every answer of this page still stands, and nothing is ticked that nobody asked for. @throws Ended handover `review` */
async function requireStanding(draw: Draw): Promise<void> {
  const { walk, facts } = draw
  const questions = await ownQuestions(draw)
  const controls = await readControls(walk.page)
  const isShown = (answer: string) => controls.some(({ name, value }) => holds(`${name} ${value}`, answer))
  for (const [key, answer] of facts.here) {
    const question = questions.find((each) => each.key === key)
    if (question ? !isKept(question, answer) : !isShown(answer))
      throw leaveTo(walk, 'review', {
        detail: `The form does not show "${answer}" as your answer to "${question?.title ?? key}".`,
      })
  }
  const boxes = questions.filter(({ kind }) => kind === 'box')
  const pushed = boxes.find(({ topic, control }) => control.checked && /marketing|consent/.test(topic))
  if (pushed)
    throw leaveTo(walk, 'review', { detail: `The form keeps "${pushed.title}" ticked. Please look at it.` })
  const open = boxes.find(({ topic, control }) => !control.checked && /terms|age/.test(topic))
  if (open)
    throw leaveTo(walk, 'review', { detail: `"${open.title}" could not be ticked. Please look at it.` })
}

/** What would be sent, once the page has the button for it. */
export async function review(draw: Draw): Promise<EntryReview | null> {
  const { walk, facts } = draw
  const { send, next } = await readUntil(walk.page, {
    read: () => readButtons(draw),
    wanted: (seen) => seen.next !== undefined || (seen.send !== undefined && !seen.send.disabled),
    ms: WAKES_MS,
  })
  if (
    !send ||
    send.disabled ||
    (next && !words.place.test(send.name) && next.form === send.form && next.id < send.id)
  )
    return null
  await requireStanding(draw)
  const wrong = await complaints(draw)
  if (wrong.length > 0)
    throw leaveTo(walk, 'missing', {
      detail: `The form does not take what it has: ${wrong.join('; ')}`,
      missing: wrong,
    })
  const answers = [...facts.answers].map(([question, answer]) => ({ question, answer }))
  return { title: facts.title, answers, agrees: [...facts.agrees], declined: [...facts.declined] }
}

/** The page as a person would tell it from another. */
async function signature({ walk: { page } }: Draw): Promise<string> {
  const controls = await readControls(page)
  const headings = await page.locator('h1,h2,h3,legend,[role=heading]').allInnerTexts()
  return `${page.url()} ${headings.join('|')} ${controls.map(({ kind, name }) => `${kind}:${name}`).join('|')}`
}

/** Goes on to the form's next page; false when nothing leads there. */
export async function advance(draw: Draw): Promise<boolean> {
  const { walk, facts } = draw
  const { page } = walk
  const { send, next, text } = await readButtons(draw)
  if (!next) {
    const shut = send === undefined || send.disabled ? whyShut(text) : undefined
    if (shut) throw shut
    return false
  }
  const before = await signature(draw)
  await persist(walk, () => act(page, () => press(page, next)))
  await guard(walk)
  const after = await readUntil(page, {
    read: () => signature(draw),
    wanted: (now) => now !== before,
    ms: APPEARS_MS,
  })
  if (after === before) {
    const wrong = await complaints(draw)
    throw leaveTo(walk, 'unknown-page', {
      detail: `The form does not go on past this page. ${wrong.join('; ')}`.trim(),
    })
  }
  facts.here.clear()
  return true
}
