import { sizeOf } from '../../../core/checkout/size.ts'
import { handOver, soldOut, type Walk } from '../adapter.ts'
import type { Choice, Control } from './dom.ts'
import { act, locate, press, readControls, readJsonLd } from './page.ts'
import { readProduct, type Stock } from './product.ts'
import { words } from './words.ts'

type Option = { size: string; stock: Stock; evidence: string; pick: () => Promise<unknown> }

function stockOf(disabled: boolean, label: string): Stock {
  return disabled || words.soldOut.test(label) ? 'out' : 'in'
}

function fromSelect(walk: Walk, control: Control): Option[] {
  const option = ({ value, label, disabled }: Choice): Option[] => {
    const size = sizeOf(label)
    if (!size) return []
    const pick = () => locate(walk.page, control).selectOption(value)
    return [{ size, stock: stockOf(disabled, label), evidence: `option "${label}"`, pick }]
  }
  return control.choices.flatMap(option)
}

function fromControl(walk: Walk, control: Control): Option[] {
  const label = control.name || control.value
  const size = sizeOf(label) ?? (control.kind === 'radio' ? sizeOf(control.value) : undefined)
  if (!size || control.chrome) return []
  const stock = stockOf(control.disabled || control.struck, label)
  return [{ size, stock, evidence: `${control.kind} "${label}"`, pick: () => press(walk.page, control) }]
}

/** The size picker, whatever it is built of: a select, radios, buttons or links that read like sizes. */
function pickerOf(walk: Walk, controls: Control[]): Option[] {
  const selects = controls.filter(({ kind }) => kind === 'select').map((control) => fromSelect(walk, control))
  const named = controls.filter(
    ({ group, hint, kind }) => kind !== 'field' && words.size.test(`${group} ${hint}`),
  )
  const others = controls.filter(({ kind }) => kind === 'radio' || kind === 'button' || kind === 'link')
  const pickers = [
    ...selects,
    named.flatMap((control) => fromControl(walk, control)),
    others.flatMap((control) => fromControl(walk, control)),
  ]
  return (
    pickers.find((options) => options.length > 1) ?? pickers.find((options) => options.length === 1) ?? []
  )
}

/** Chooses the size. The picker decides about stock; the page's metadata only when there is no picker. */
export async function choose(walk: Walk): Promise<string> {
  const options = pickerOf(walk, await readControls(walk.page))
  const option = options.find(({ size, stock }) => size === walk.size && stock === 'in')
  if (option) {
    await act(walk.page, option.pick)
    return `Chose size ${walk.size} (${option.evidence}).`
  }
  const shown = options.find(({ size }) => size === walk.size)
  if (shown) throw soldOut(`Size ${walk.size} is sold out (${shown.evidence}).`)
  if (options.length > 0)
    throw soldOut(
      `Size ${walk.size} is not offered; the shop has ${options.map(({ size }) => size).join(', ')}.`,
    )
  const { variants } = readProduct(await readJsonLd(walk.page))
  if (variants.some(({ size, stock }) => size === walk.size && stock === 'out'))
    throw soldOut(`The shop lists size ${walk.size} as out of stock.`)
  throw handOver(walk, 'unknown-page', 'No way to choose a size was found on this page.')
}
