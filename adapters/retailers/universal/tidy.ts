import type { Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { groupsOf, isDelivery, isPayment, type Option } from './groups.ts'
import { act, locate, readBlocks, readControls, readToTheEnd, readUntil } from './page.ts'
import { press } from './press.ts'
import { quantityOf } from './quantity.ts'
import { words } from './words.ts'

const PRICE = /[$€£¥]\s?\d|\d\s?[€£円]|zł|\bkr\b/
/** "I agree to receive offers": agreeing is not all that it does. */
const WRITES =
  /\b(newsletters?|marketing|promotion\p{L}*|offers?|werbung|angebote|offres|promociones|ofertas|offerte|aanbiedingen)\b|メルマガ|メールマガジン/iu
const MAX_ADD_ONS = 12
const MAX_TERMS = 4
const MAX_STEPS = 5
/** How long a stepper's new number may take to show: a press that only shows late is not repeated. */
const STEPS_MS = 3_000

/** A box that the shop ticked in advance and that costs money or sells something. */
function isAddOn({ kind, checked, disabled, required, name, hint }: Control): boolean {
  if (kind !== 'check' || !checked || disabled || required) return false
  const says = `${name} ${hint.replace(/[_-]/g, ' ')}`
  return PRICE.test(name) || (words.addOn.test(says) && (!words.keepTicked.test(name) || WRITES.test(name)))
}

/** Unticks what the member did not ask for. Returns what was unticked. */
export async function declineAddOns({ page }: Walk): Promise<string[]> {
  const declined: string[] = []
  for (let left = MAX_ADD_ONS; left > 0; left--) {
    const control = (await readControls(page)).find((each) => isAddOn(each) && !declined.includes(each.name))
    if (!control) break
    await act(page, () => press(page, control))
    declined.push(control.name)
  }
  return declined
}

/** Lists of extras that have a "none": it is taken. Returns what they are called. */
export async function takeNone(walk: Walk): Promise<string[]> {
  const extras = (await groupsOf(walk)).flatMap((group) => {
    const none = group.options.find(({ label, disabled }) => !disabled && words.none.test(label))
    const isExtra = !isPayment(group) && !isDelivery(group) && group.options.some(sellsExtra)
    return none && !none.chosen && isExtra ? [{ title: group.title.trim(), none }] : []
  })
  for (const { none } of extras) await act(walk.page, none.pick)
  return extras.map(({ title }) => title)
}

const sellsExtra = ({ label }: Option) => PRICE.test(label) || words.addOn.test(label)

function isTooMany({ kind, name, hint, value }: Control): boolean {
  if (kind !== 'field' && kind !== 'select') return false
  return (
    words.quantity.test(`${name} ${hint.replace(/[_-]/g, ' ')}`) && Number(value) > 1 && Number(value) < 100
  )
}

/** Sets every quantity on the page to one pair. */
export async function onlyOne({ page }: Walk): Promise<void> {
  const controls = await readControls(page)
  const wrong = controls.filter(isTooMany)
  for (const control of wrong) {
    const target = locate(page, control)
    if (control.kind === 'select') await act(page, () => target.selectOption('1'))
    else
      await act(page, async () => {
        await target.fill('1')
        // Scripts listen for either.
        await target.press('Tab')
      })
  }
  const update = controls.find(({ kind, name }) => kind === 'button' && words.update.test(name))
  if (wrong.length > 0 && update) await act(page, () => press(page, update))
}

/** A cart whose number only a stepper changes: pressed until it says one. */
async function stepDown(walk: Walk): Promise<void> {
  const { page, facts } = walk
  for (let left = MAX_STEPS; left > 0; left--) {
    const fewer = (await readControls(page)).find(
      ({ kind, name, disabled, chrome }) =>
        kind === 'button' && !disabled && !chrome && words.fewer.test(name),
    )
    const read = async () => quantityOf(walk, await readBlocks(page, facts.title)) ?? 1
    const before = await read()
    if (!fewer || before <= 1) return
    await act(page, () => press(page, fewer))
    if ((await readUntil(page, { read, wanted: (now) => now !== before, ms: STEPS_MS })) === before) return
  }
}

/** Terms without which the shop does not sell, and nothing that only sounds like them. */
function isTerms({ kind, checked, disabled, chrome, required, name, hint }: Control): boolean {
  const says = `${name} ${hint.replace(/[_-]/g, ' ')}`
  if (kind !== 'check' || checked || disabled || chrome || !words.terms.test(says)) return false
  return required || !words.addOn.test(says)
}

/** Terms that sleep until their text was read to its end. */
async function wakeTerms({ page }: Walk, controls: Control[]): Promise<void> {
  const asleep = controls.some((each) => each.disabled && isTerms({ ...each, disabled: false }))
  if (asleep) await act(page, () => readToTheEnd(page))
}

async function tickTerms({ page }: Walk): Promise<void> {
  for (let left = MAX_TERMS; left > 0; left--) {
    const control = (await readControls(page)).find(isTerms)
    if (!control) return
    await act(page, () => press(page, control))
  }
}

/** Makes the page ask for one pair and nothing else. */
export async function tidy(walk: Walk): Promise<void> {
  const controls = await readControls(walk.page)
  const isStepper = ({ kind, name }: Control) => kind === 'button' && words.fewer.test(name)
  if (controls.some(isAddOn)) await declineAddOns(walk)
  if (controls.some(({ kind }) => kind === 'radio' || kind === 'select')) await takeNone(walk)
  if (controls.some(isTooMany)) await onlyOne(walk)
  if (controls.some(isStepper)) await stepDown(walk)
  await wakeTerms(walk, controls)
  if (controls.some(isTerms) || controls.some(({ kind, disabled }) => kind === 'check' && disabled))
    await tickTerms(walk)
}
