import type { Control } from '../../retailers/universal/dom.ts'
import { words } from '../../retailers/universal/words.ts'
import type { Question } from './questions.ts'
import type { Topic } from './topic.ts'
import { drawWords } from './words.ts'

const isButton = ({ kind, chrome, popup, name }: Control) =>
  kind === 'button' && !chrome && !popup && name.length < 60

const isSend = ({ name }: Control) => drawWords.send.test(name) && !drawWords.notSend.test(name)
/** "Continue and submit" sends. */
const isOn = ({ name }: Control) =>
  (words.forward.test(name) || drawWords.next.test(name)) &&
  !words.notForward.test(name) &&
  !drawWords.send.test(name)

/** The button that enters, pressable or not; a form of one button needs no word for it. */
export function sendButton(controls: Control[], form: number): Control | undefined {
  const buttons = controls.filter(isButton)
  const own = buttons.filter((each) => each.form === form)
  const loose = buttons.filter((each) => each.form === -1)
  const [only, ...more] = own.filter((each) => !isOn(each) && !drawWords.notSend.test(each.name))
  return (
    own.find(isSend) ??
    loose.find(isSend) ??
    (only?.type === 'submit' && more.length === 0 ? only : undefined)
  )
}

/** The button to the form's next page. */
export function nextButton(controls: Control[], form: number): Control | undefined {
  const buttons = controls.filter((each) => isButton(each) && !each.disabled && isOn(each))
  return buttons.find((each) => each.form === form) ?? buttons.find((each) => each.form === -1)
}

/** Forms of another kind ask some of these too. */
const common: readonly Topic[] = ['email', 'other', 'marketing', 'consent', 'terms', 'file']

type Form = { form: number; topics: Set<Topic>; asks: number }

function formsOf(questions: Question[], controls: Control[]): Form[] {
  const locked = controls.filter(({ type, chrome }) => type === 'password' && !chrome).map(({ form }) => form)
  const forms = Map.groupBy(
    questions.filter(({ form }) => form === -1 || !locked.includes(form)),
    ({ form }) => form,
  )
  return [...forms].map(([form, asked]) => {
    const topics = new Set(asked.map(({ topic }) => topic))
    return { form, topics, asks: [...topics].filter((topic) => !common.includes(topic)).length }
  })
}

/** How many forms ask for the very same: a page of several draws, of which nobody said which one. */
export function alike(questions: Question[], controls: Control[], form: number): number {
  const forms = formsOf(questions, controls)
  const asked = (each: Form) => [...each.topics].toSorted().join()
  const own = forms.find((each) => each.form === form)
  return own ? forms.filter((each) => asked(each) === asked(own)).length : 0
}

/**
 * The number of the form that enters the draw: it asks for more of a person than a newsletter does, or at least its button
 * says so. Later pages of one form (`inside`) may ask for a single thing.
 */
export function entryForm(questions: Question[], controls: Control[], inside: boolean): number | undefined {
  const forms = formsOf(questions, controls).toSorted((a, b) => b.asks - a.asks)
  const sends = ({ form }: Form) => {
    const button = sendButton(controls, form)
    return button !== undefined && drawWords.enter.test(button.name)
  }
  const best =
    forms.find(
      ({ asks, topics }) => asks > 1 || (asks === 1 && (topics.has('email') || topics.has('size'))),
    ) ?? forms.find((each) => each.topics.has('email') && sends(each))
  if (best || !inside) return best?.form
  return forms[0]?.form ?? controls.find((each) => isButton(each) && isSend(each))?.form
}
