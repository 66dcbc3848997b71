import { act, readControls, readUntil } from '../../retailers/universal/page.ts'
import { press } from '../../retailers/universal/press.ts'
import type { Draw } from '../adapter.ts'
import { notEntered } from '../ended.ts'
import { wantedOf } from './answer.ts'
import type { Option, Question } from './questions.ts'
import type { Topic } from './topic.ts'

/** A draw is about these: a question for one is never skipped. */
const essential: readonly Topic[] = ['size', 'store', 'receive']
const LIST_MS = 2_500

/** What became of a question. */
export type Answered =
  | { kind: 'answered'; answer: string }
  | { kind: 'left' }
  | { kind: 'missing'; why: string }

const names = (options: Option[]) =>
  options
    .filter(({ disabled }) => !disabled)
    .map(({ label }) => label)
    .join(', ')

/** The choices of a closed list: what stands there only once it is opened. */
async function openList({ walk: { page } }: Draw, { control }: Question): Promise<Option[]> {
  const known = new Set((await readControls(page)).map(({ kind, name }) => `${kind} ${name}`))
  await act(page, () => press(page, control))
  const read = async () =>
    (await readControls(page)).filter(
      ({ kind, name, chrome }) =>
        !chrome && (kind === 'radio' || kind === 'button') && !known.has(`${kind} ${name}`),
    )
  const shown = await readUntil(page, { read, wanted: (seen) => seen.length > 0, ms: LIST_MS })
  return shown.map((each) => ({
    ...{ value: each.value, label: each.name, chosen: each.checked, disabled: each.disabled },
    pick: () => press(page, each),
  }))
}

/** @throws Ended where the draw has nothing for this member */
function noneFits({ entrant }: Draw, { topic, title, required }: Question, options: Option[]): Answered {
  const listed = names(options)
  if (topic === 'size') {
    const detail = `Size ${entrant.size} is not offered; the draw has ${listed || 'no size left'}.`
    throw notEntered('size', detail, listed)
  }
  if (topic === 'country')
    throw notEntered('region', `The draw's list "${title}" has no ${entrant.buyer.country}.`, listed)
  if (!required && !essential.includes(topic)) return { kind: 'left' }
  return { kind: 'missing', why: `${title} (${listed})` }
}

/** Nothing was given: what leaves no choice is taken, what stands there may stay unless the draw is about it. */
async function withoutWish({ walk }: Draw, question: Question, options: Option[]): Promise<Answered> {
  const { topic, title, required } = question
  const [only, ...more] = options.filter(({ disabled }) => !disabled)
  if (essential.includes(topic)) {
    if (!only || more.length > 0) return { kind: 'missing', why: `${title} (${names(options)})` }
    if (!only.chosen) await act(walk.page, only.pick)
    return { kind: 'answered', answer: only.label }
  }
  const chosen = options.find((each) => each.chosen)
  if (chosen || !required) return { kind: 'left' }
  return { kind: 'missing', why: `${title} (${names(options)})` }
}

/** A closed list that shows the member's choice already is left closed. */
function isChosen({ entrant }: Draw, question: Question): boolean {
  const label = question.control.value
  if (question.kind !== 'list' || label === '') return false
  const shown: Option = { label, value: label, chosen: true, disabled: false, pick: async () => undefined }
  return wantedOf(entrant, question, [shown]).some((fits) => fits(shown))
}

/** A closed list that nothing was given for, and that the draw is not about, is not even opened. */
function mayStayClosed({ entrant }: Draw, question: Question): boolean {
  if (question.kind !== 'list' || essential.includes(question.topic)) return false
  return wantedOf(entrant, question, []).length === 0
}

/** Takes the member's choice of a list. */
export async function choose(draw: Draw, question: Question): Promise<Answered> {
  const { walk, entrant } = draw
  const { control, kind, required, title } = question
  if (isChosen(draw, question)) return { kind: 'answered', answer: control.value }
  if (mayStayClosed(draw, question))
    return required && control.value === '' ? { kind: 'missing', why: title } : { kind: 'left' }
  const options = kind === 'list' ? await openList(draw, question) : question.options
  const wanted = wantedOf(entrant, question, options)
  if (wanted.length === 0) return withoutWish(draw, question, options)
  const usable = options.filter(({ disabled }) => !disabled)
  const option = wanted.map((fits) => usable.find(fits)).find((hit) => hit !== undefined)
  if (!option) {
    if (kind === 'list') await walk.page.keyboard.press('Escape')
    return noneFits(draw, question, options)
  }
  if (!option.chosen) await act(walk.page, option.pick)
  return { kind: 'answered', answer: option.label }
}
