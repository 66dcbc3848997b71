import type { Page } from 'playwright-core'
import { sizeOf } from '../../../core/checkout/size.ts'
import type { Control } from '../../retailers/universal/dom.ts'
import { locate, readControls } from '../../retailers/universal/page.ts'
import { press } from '../../retailers/universal/press.ts'
import { words } from '../../retailers/universal/words.ts'
import { type Extras, readExtras } from './extras.ts'
import { type Topic, topicOfBox, topicOfChoice, topicOfField } from './topic.ts'
import { drawWords } from './words.ts'

export type Option = {
  value: string
  label: string
  chosen: boolean
  disabled: boolean
  pick: () => Promise<unknown>
}
export type Question = {
  /** The same at every reading of the page. */
  key: string
  title: string
  topic: Topic
  /** list: its choices show only once it is opened. */
  kind: 'text' | 'one' | 'box' | 'list'
  required: boolean
  form: number
  control: Control
  options: Option[]
  /** Of a phone number: what stands before it already. */
  code?: string
}

type Seen = { page: Page; controls: Control[]; extras: Record<string, Extras> }

const ASKS =
  /^[^\p{L}]*(select|choose|pick|please|wählen?|auswählen|bitte|choisi\p{L}*|sélection\p{L}*|elige|selecciona\p{L}*|scegli|seleziona|kies)(?!\p{L})|選択|^[-–—.…\s]*$/iu

const unstarred = (text: string) =>
  text
    .replace(/[*:]+\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const spaced = (hint: string) => hint.replace(/[_-]/g, ' ').trim()

function titleOf({ extras }: Seen, control: Control, isGroup: boolean): string {
  const heading = extras[control.id]?.heading ?? ''
  // A closed list's own words only ask to choose.
  const name = control.kind !== 'field' && ASKS.test(control.name) ? '' : control.name
  const said = isGroup ? control.group || heading : [control.group, name || heading].filter(Boolean).join(' ')
  return said || control.name || spaced(control.hint)
}

function question(
  control: Control,
  rest: Pick<Question, 'topic' | 'kind' | 'options'> & { title: string },
): Question {
  const { title } = rest
  const required = control.required || drawWords.required.test(title)
  const shown = unstarred(title)
  return {
    ...rest,
    title: shown,
    required,
    form: control.form,
    control,
    key: `${rest.kind} ${control.hint} ${shown}`,
  }
}

function ofField(seen: Seen, control: Control): Question {
  const title = titleOf(seen, control, false)
  return question(control, { title, kind: 'text', options: [], topic: topicOfField(control, title) })
}

function ofBox(seen: Seen, control: Control): Question {
  const title = titleOf(seen, { ...control, group: '' }, false)
  return question(control, { title, kind: 'box', options: [], topic: topicOfBox(title) })
}

function ofSelect(seen: Seen, control: Control): Question {
  const options = control.choices
    .filter(({ value, label }) => value !== '' && !ASKS.test(label))
    .map(({ value, label, selected, disabled }) => ({
      ...{ value, label, chosen: selected, disabled },
      pick: () => locate(seen.page, control).selectOption(value),
    }))
  const title = titleOf(seen, control, false)
  const topic = topicOfChoice(
    control,
    title,
    options.map(({ label }) => label),
  )
  return question(control, { title, kind: 'one', options, topic })
}

function asOption({ page, extras }: Seen, control: Control): Option {
  return {
    value: control.value,
    label: control.name || control.value,
    chosen: control.checked || extras[control.id]?.marked === true,
    disabled: control.disabled || control.struck,
    pick: () => press(page, control),
  }
}

/** Choices side by side. A single one that asks to choose is a closed list (a form of Google's shows it so). */
function ofGroup(seen: Seen, [first, ...more]: [Control, ...Control[]]): Question {
  const title = titleOf(seen, first, true)
  if (more.length === 0 && ASKS.test(first.name)) return ofList(seen, first)
  const options = [first, ...more].filter(({ name }) => !ASKS.test(name)).map((each) => asOption(seen, each))
  const topic = topicOfChoice(
    { ...first, name: title },
    title,
    options.map(({ label }) => label),
  )
  const required = [first, ...more].some((each) => each.required)
  return question({ ...first, required }, { title, kind: 'one', options, topic })
}

function ofList(seen: Seen, control: Control): Question {
  const title = titleOf(seen, control, false)
  const topic = topicOfChoice({ ...control, name: title }, title, [])
  return question(control, { title, kind: 'list', options: [], topic })
}

/** A home-made list of choices says what it wants: "Choose your size". */
function isList({ kind, popup, name, href }: Control): boolean {
  if (kind !== 'button' || href) return false
  return popup || (ASKS.test(name) && (words.size.test(name) || drawWords.store.test(name)))
}

const isSizeButton = ({ kind, name, popup }: Control) =>
  kind === 'button' && !popup && name.length < 16 && sizeOf(name) !== undefined

function groupKey({ form, type, hint, group }: Control): string {
  return `${form} ${type === 'radio' ? hint.split(' ')[0] : ''} ${group}`
}

/** Boxes that are one question: sizes to choose from, or what a heading with several of them asks. */
function isChoiceBox(seen: Seen, control: Control): boolean {
  return control.kind === 'check' && sizeOf(control.name) !== undefined && titleOf(seen, control, true) !== ''
}

/** Everything this page asks, traps left out. */
export async function readQuestions(page: Page): Promise<Question[]> {
  const controls = (await readControls(page)).filter(
    ({ chrome, disabled, kind }) => !chrome && (!disabled || kind === 'radio' || kind === 'button'),
  )
  const seen: Seen = { page, controls, extras: await readExtras(page) }
  const isOpen = (control: Control) =>
    !seen.extras[control.id]?.trap &&
    !drawWords.leaveEmpty.test(`${control.name} ${seen.extras[control.id]?.heading}`)
  const radios = Map.groupBy(
    controls.filter(({ kind }) => kind === 'radio'),
    groupKey,
  )
  const sizes = Map.groupBy(
    controls.filter((each) => isSizeButton(each) || isChoiceBox(seen, each)),
    ({ form, group, kind }) => `${form} ${group} ${kind}`,
  )
  const inGroups = new Set([...sizes.values()].flat())
  const groups = [...radios.values(), ...sizes.values()].map(
    ([first, ...more]) => first && ofGroup(seen, [first, ...more]),
  )
  const singles = controls.flatMap((control) => {
    if (!isOpen(control) || inGroups.has(control)) return []
    if (control.kind === 'field' && control.type !== 'password') return ofField(seen, control)
    if (control.kind === 'select') return ofSelect(seen, control)
    if (control.kind === 'check') return ofBox(seen, control)
    return isList(control) ? ofList(seen, control) : []
  })
  const order = (each: Question) => each.control.id
  return [...groups.filter((each) => each !== undefined), ...singles].toSorted((a, b) => order(a) - order(b))
}
