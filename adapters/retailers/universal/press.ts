import type { Locator, Page } from 'playwright-core'
import type { Control } from './dom.ts'
import { act, locate, readControls, readCover } from './page.ts'
import { words } from './words.ts'

const CLICK_MS = 2_500
const MAX_LAYERS = 4

/**
 * How to be rid of a layer, kindest first: no to what it offers, or the choices behind it where "no" may be; then closing
 * it, then agreeing to get on.
 */
function wayOut(controls: Control[], layer: number): Control | undefined {
  const buttons = controls.filter(({ kind, disabled }) => (kind === 'button' || kind === 'link') && !disabled)
  const managed = layer < 2 ? [words.manage] : []
  for (const way of [words.decline, ...managed, words.done, words.close, words.accept]) {
    const hit = buttons.find(({ name, hint }) => way.test(name) || (name === '' && words.close.test(hint)))
    if (hit) return hit
  }
  return undefined
}

/** What a question about cookies has ticked in advance. */
async function untick(page: Page, inside: Control[]): Promise<void> {
  for (const box of inside.filter(({ kind, checked, disabled }) => kind === 'check' && checked && !disabled))
    await click(page, box).catch(() => undefined)
}

/** Takes away what lies over a control: a cookie banner, a letter to subscribe to, a list of suggestions. False when nothing does. */
async function uncover(page: Page, control: Control, layer: number): Promise<boolean> {
  const cover = await readCover(page, control.id)
  if (cover.length === 0) return false
  const inside = (await readControls(page)).filter(({ id }) => cover.slice(1).includes(id))
  const out = wayOut(inside, layer)
  if (out && words.done.test(out.name)) await untick(page, inside)
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

/** True when a click in its middle would reach it: a radio that a style sheet hides leaves that to its label. */
function isHit(target: Locator): Promise<boolean> {
  return target.evaluate((el) => {
    el.scrollIntoView({ block: 'center', inline: 'center' })
    const box = el.getBoundingClientRect()
    const top = (el.getRootNode() as Document).elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return top !== null && (el.contains(top) || top.contains(el))
  })
}

/** The words beside a box or a radio that press it too; undefined where none do. */
async function labelOf(page: Page, target: Locator): Promise<Locator | undefined> {
  const around = page.locator('label').filter({ has: target }).first()
  if (await around.count()) return around
  const own = await target.getAttribute('id')
  const apart = own ? page.locator(`label[for=${JSON.stringify(own)}]`).first() : undefined
  return (await apart?.count()) ? apart : undefined
}

async function click(page: Page, control: Control): Promise<void> {
  const target = locate(page, control)
  const isBox = control.kind === 'radio' || control.kind === 'check'
  const isReached = !isBox || ((await target.isVisible()) && (await isHit(target)))
  const label = isReached ? undefined : await labelOf(page, target)
  const pressed = (label ?? target).click({ timeout: CLICK_MS })
  if (!isBox) return pressed
  // What lies over a box and cannot be taken away leaves it to the keyboard.
  await pressed.catch(async (error: Error) => {
    if (!(await target.evaluate((el) => el instanceof HTMLInputElement).catch(() => false))) throw error
    await target.press('Space', { timeout: CLICK_MS })
  })
}

/** Presses a control as a person would: the label of a hidden radio, the element itself otherwise; what lies over it is closed first. */
export async function press(page: Page, control: Control): Promise<void> {
  let target = control
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    if (!(await uncover(page, target, layer))) break
    target = (await again(page, target)) ?? target
  }
  await click(page, target)
}
