import { handOver, soldOut, type Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { guard } from './guard.ts'
import { act, press, readControls, readText } from './page.ts'
import { tidy } from './tidy.ts'
import { isTill } from './till.ts'
import { words } from './words.ts'

/** The ways on, best first. A button that could buy is never one of them. */
const ways = [words.asGuest, words.forward, words.toCheckout, words.toCart]

function wayOn(controls: Control[], here: string): Control | undefined {
  const atTill = isTill(controls)
  const usable = controls.filter(
    ({ kind, name, disabled, href }) =>
      (kind === 'button' || kind === 'link') &&
      !disabled &&
      !words.place.test(name) &&
      !words.buys.test(name) &&
      !(atTill && words.either.test(name)) &&
      !words.notForward.test(name) &&
      (kind === 'button' || href !== here),
  )
  for (const way of ways) {
    const hits = usable.filter(({ name }) => name.length < 60 && way.test(name))
    const inside =
      hits.find(({ chrome, kind }) => !chrome && kind === 'button') ?? hits.find(({ chrome }) => !chrome)
    const hit = inside ?? (way === words.toCart || way === words.toCheckout ? hits[0] : undefined)
    if (hit) return hit
  }
  return undefined
}

/** The page as a person would tell it from another: address, first heading, what it asks and complains about. */
async function signature(walk: Walk): Promise<string> {
  const controls = await readControls(walk.page)
  const asks = controls.map(({ kind, name }) => `${kind}:${name}`).join('|')
  return `${walk.page.url()} ${asks}`
}

/** Goes on to the next page of the checkout. */
export async function advance(walk: Walk): Promise<boolean> {
  const { page } = walk
  await tidy(walk)
  const way = wayOn(await readControls(page), page.url())
  if (!way) return false
  const before = await signature(walk)
  await act(page, () => press(page, way))
  await guard(walk)
  const text = await readText(page)
  if (walk.status() === 409 && words.soldOut.test(text)) throw soldOut('The shop says it just sold out.')
  if ((await signature(walk)) !== before) return true
  const invalid = page.locator(':invalid:not(form):not(fieldset), [role=alert]').first()
  const complaint = (await invalid.count())
    ? await invalid.evaluate((el) => (el as HTMLInputElement).validationMessage || el.textContent || '')
    : ''
  throw handOver(walk, 'unknown-page', `The shop does not go on past this page. ${complaint}`.trim())
}
