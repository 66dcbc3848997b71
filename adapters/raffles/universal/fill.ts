import { put, write } from '../../retailers/universal/address.ts'
import { cardFields } from '../../retailers/universal/card.ts'
import { act, readControls, readText } from '../../retailers/universal/page.ts'
import { dialFor } from '../../retailers/universal/region.ts'
import type { Draw } from '../adapter.ts'
import { leaveTo } from '../ended.ts'
import { asChoice, isKind, textFor } from './answer.ts'
import { type Answered, choose } from './choose.ts'
import { entryForm } from './form.ts'
import { type Question, readQuestions } from './questions.ts'
import { requireWelcome } from './state.ts'
import { isOldEnough, tick } from './tick.ts'

/** Questions on one page; more are going in circles. */
const MAX_QUESTIONS = 60

/** With a list of the countries' codes, the field beside it takes the number without. */
function withCode({ entrant }: Draw, questions: Question[]): Question[] {
  const list = questions.find(({ topic, options }) => topic === 'dial' && options.length > 0)
  const code = list && dialFor(list.options.map(asChoice), entrant.buyer)?.code
  return code ? questions.map((each) => (each.topic === 'phone' ? { ...each, code } : each)) : questions
}

/** The questions of the draw's own form, as the page shows them now. */
export async function ownQuestions(draw: Draw): Promise<Question[]> {
  const { page } = draw.walk
  const questions = await readQuestions(page)
  const form = entryForm(questions, await readControls(page), true)
  const own = questions.filter((each) => each.form === form)
  const hasHouse = own.some(({ topic }) => topic === 'house')
  return withCode(draw, own).map((each) =>
    hasHouse && each.topic === 'street' ? { ...each, topic: 'road' as const } : each,
  )
}

async function writeText(draw: Draw, question: Question): Promise<Answered> {
  const { walk, entrant } = draw
  const { control, topic, title, required, code } = question
  const lang = (await walk.page.locator('html').getAttribute('lang')) ?? ''
  const value = topic === 'file' ? '' : textFor(entrant, question, lang)
  if (value === '')
    return required && control.value === '' ? { kind: 'missing', why: title } : { kind: 'left' }
  if (control.value !== value)
    await act(walk.page, async () => {
      if (isKind(topic)) await write(walk, { control, kind: topic, ...(code ? { code } : {}) }, value)
      else if (!(await put(walk, control, value)) && topic === 'instagram')
        await put(walk, control, `@${value}`)
    })
  return { kind: 'answered', answer: value }
}

async function answer(draw: Draw, question: Question): Promise<Answered> {
  if (question.kind === 'box') return tick(draw, question)
  if (question.kind === 'text') return writeText(draw, question)
  if (question.topic === 'age' && isOldEnough(draw, question) === null)
    return { kind: 'missing', why: question.title }
  return choose(draw, question)
}

/** @throws Ended handover `missing`, with everything that this page demands */
function requireAll({ walk, entrant }: Draw, missing: string[]): void {
  if (missing.length === 0) return
  const who = entrant.buyer.email === '' ? 'no profile was given' : 'you have not given it'
  const detail = `The draw asks for ${missing.map((each) => `"${each}"`).join(', ')}, and ${who}.`
  throw leaveTo(walk, 'missing', { detail, missing })
}

/** Answers what this page asks with what the member has given. */
export async function fill(draw: Draw): Promise<string | null> {
  const { walk, facts } = draw
  requireWelcome(draw, await readText(walk.page))
  if ((await cardFields(walk.page)).length > 0)
    throw leaveTo(walk, 'payment', { detail: 'The draw wants a card. Please enter yourself.' })
  const done = new Set<string>()
  const missing: string[] = []
  for (let left = MAX_QUESTIONS; left > 0; left--) {
    const next = (await ownQuestions(draw)).find(({ key }) => !done.has(key))
    if (!next) break
    done.add(next.key)
    const became = await answer(draw, next)
    if (became.kind === 'missing') missing.push(became.why)
    if (became.kind !== 'answered') continue
    facts.answers.set(next.title, became.answer)
    facts.here.set(next.key, became.answer)
  }
  requireAll(draw, missing)
  return done.size > 0 ? `Answered ${[...facts.answers.keys()].join(', ')}.` : null
}
