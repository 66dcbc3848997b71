import type { Page } from 'playwright-core'
import type { Control } from './dom.ts'
import { act, locate, readControls, readCover } from './page.ts'
import { words } from './words.ts'

const CLICK_MS = 2_500
const MAX_LAYERS = 3

/** How to be rid of a layer, kindest first: no to what it offers, then closing it, then agreeing to get on. */
function wayOut(controls: Control[]): Control | undefined {
  const buttons = controls.filter(({ kind, disabled }) => (kind === 'button' || kind === 'link') && !disabled)
  for (const way of [words.decline, words.close, words.accept]) {
    const hit = buttons.find(({ name, hint }) => way.test(name) || (name === '' && words.close.test(hint)))
    if (hit) return hit
  }
  return undefined
}

/** Takes away what lies over a control: a cookie banner, a letter to subscribe to, a list of suggestions. False when nothing does. */
async function uncover(page: Page, control: Control): Promise<boolean> {
  const cover = await readCover(page, control.id)
  if (cover.length === 0) return false
  const inside = (await readControls(page)).filter(({ id }) => cover.slice(1).includes(id))
  const out = wayOut(inside)
  await act(page, () =>
    out
      ? // It may be closing by itself.
        locate(page, out)
          .click({ timeout: CLICK_MS })
          .catch(() => undefined)
      : page.keyboard.press('Escape'),
  )
  return true
}

/** Reading numbers the controls anew; the same one is known by what it is. */
async function again(page: Page, { kind, name, hint, group, form }: Control): Promise<Control | undefined> {
  return (await readControls(page)).find(
    (other) =>
      other.kind === kind &&
      other.name === name &&
      other.hint === hint &&
      other.group === group &&
      other.form === form,
  )
}

async function click(page: Page, control: Control): Promise<void> {
  const target = locate(page, control)
  if (control.kind === 'radio' || control.kind === 'check') {
    const label = page.locator('label').filter({ has: target })
    if (!(await target.isVisible()) && (await label.count()))
      return label.first().click({ timeout: CLICK_MS })
    const own = await target.getAttribute('id')
    const apart = own ? page.locator(`label[for=${JSON.stringify(own)}]`) : undefined
    if (!(await target.isVisible()) && (await apart?.count()))
      return apart?.first().click({ timeout: CLICK_MS })
  }
  return target.click({ timeout: CLICK_MS })
}

/** Presses a control as a person would: the label of a hidden radio, the element itself otherwise; what lies over it is closed first. */
export async function press(page: Page, control: Control): Promise<void> {
  let target = control
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    if (!(await uncover(page, target))) break
    target = (await again(page, target)) ?? target
  }
  await click(page, target)
}
