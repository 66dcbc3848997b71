import type { Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { act, locate, press, readControls } from './page.ts'
import { words } from './words.ts'

const PRICE = /[$€£¥]\s?\d|\d\s?[€£]/

/** A box that the shop ticked in advance and that costs money or sells something. */
function isAddOn({ kind, checked, disabled, required, name, hint }: Control): boolean {
  if (kind !== 'check' || !checked || disabled || required) return false
  const says = `${name} ${hint.replace(/[_-]/g, ' ')}`
  return PRICE.test(name) || (words.addOn.test(says) && !words.keepTicked.test(name))
}

/** Unticks what the member did not ask for. Returns what was unticked. */
export async function declineAddOns({ page }: Walk): Promise<string[]> {
  const ticked = (await readControls(page)).filter(isAddOn)
  for (const control of ticked) await act(page, () => locate(page, control).uncheck({ timeout: 5000 }))
  return ticked.map(({ name }) => name)
}

/** Sets every quantity on the page to one pair. Returns true when it changed one. */
export async function onlyOne({ page }: Walk): Promise<boolean> {
  const controls = await readControls(page)
  const wrong = controls.filter(
    ({ kind, name, hint, value }) =>
      (kind === 'field' || kind === 'select') &&
      words.quantity.test(`${name} ${hint.replace(/[_-]/g, ' ')}`) &&
      Number(value) > 1,
  )
  for (const control of wrong) {
    const target = locate(page, control)
    if (control.kind === 'select') await act(page, () => target.selectOption('1'))
    else await target.fill('1')
  }
  const update = controls.find(({ kind, name }) => kind === 'button' && words.update.test(name))
  if (wrong.length > 0 && update) await act(page, () => press(page, update))
  return wrong.length > 0
}

/** Terms without which the shop does not sell; the member reads and confirms before anything is bought. */
async function tickTerms({ page }: Walk): Promise<void> {
  const terms = (await readControls(page)).filter(
    ({ kind, checked, required, name }) => kind === 'check' && required && !checked && words.terms.test(name),
  )
  for (const control of terms) await act(page, () => press(page, control))
}

/** Makes the page ask for one pair and nothing else. */
export async function tidy(walk: Walk): Promise<void> {
  await declineAddOns(walk)
  await onlyOne(walk)
  await tickTerms(walk)
}
