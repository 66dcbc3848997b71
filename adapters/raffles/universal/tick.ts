import { ageOn, statedAge } from '../../../core/raffle-form/age.ts'
import { act } from '../../retailers/universal/page.ts'
import { press } from '../../retailers/universal/press.ts'
import type { Draw } from '../adapter.ts'
import { notEntered } from '../ended.ts'
import { ownAnswer } from './answer.ts'
import type { Answered } from './choose.ts'
import type { Question } from './questions.ts'
import { drawWords } from './words.ts'

const missing = (why: string): Answered => ({ kind: 'missing', why })

/**
 * Whether the member may say that they are old enough: true only by their own date of birth, null without one.
 * @throws Ended not-entered `age`
 */
export function isOldEnough({ entrant, today }: Draw, { title }: Question): boolean | null {
  const least = statedAge(title) ?? 18
  if (entrant.birthDate === null) return null
  if (ageOn(entrant.birthDate, today) < least)
    throw notEntered('age', `The draw is for people of ${least} and over.`, title)
  return true
}

async function set(draw: Draw, { control, title }: Question, on: boolean): Promise<void> {
  if (control.checked !== on) await act(draw.walk.page, () => press(draw.walk.page, control))
  if (on) draw.facts.agrees.add(title)
  else if (control.checked) draw.facts.declined.add(title)
}

/** A box: terms are part of the draw, age is the member's to have given, advertising is nobody's wish. */
export async function tick(draw: Draw, question: Question): Promise<Answered> {
  const { topic, title, required } = question
  const own = ownAnswer(draw.entrant, title)
  if (topic === 'age' && isOldEnough(draw, question) === null) return missing(title)
  const wants = topic === 'age' || topic === 'terms' || (own !== '' && drawWords.yes.test(own))
  if (!wants && required) return missing(title)
  await set(draw, question, wants)
  return { kind: 'left' }
}
