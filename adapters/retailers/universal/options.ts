import { parsePrice } from '../../../core/checkout/price.ts'
import { handOver, type Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { act, locate, press, readControls } from './page.ts'
import { words } from './words.ts'

type Option = { label: string; chosen: boolean; disabled: boolean; pick: () => Promise<unknown> }

/** Radio groups and selects as lists of options, each with the words of its group. */
async function groupsOf({ page }: Walk): Promise<{ title: string; options: Option[] }[]> {
  const controls = await readControls(page)
  const radios = controls.filter(({ kind, chrome }) => kind === 'radio' && !chrome)
  const byGroup = Map.groupBy(radios, ({ form, hint, group }) => `${form} ${hint.split(' ')[0]} ${group}`)
  const ofRadio = (control: Control): Option => ({
    label: control.name,
    chosen: control.checked,
    disabled: control.disabled,
    pick: () => press(page, control),
  })
  const ofSelect = (control: Control): Option[] =>
    control.choices
      .filter(({ value }) => value !== '')
      .map(({ value, label, selected, disabled }) => ({
        label,
        chosen: selected,
        disabled,
        pick: () => locate(page, control).selectOption(value),
      }))
  const lists = controls.filter(({ kind }) => kind === 'select')
  return [
    ...[...byGroup.values()].map((group) => ({
      title: `${group[0]?.group} ${group[0]?.hint.replace(/[_-]/g, ' ')}`,
      options: group.map(ofRadio),
    })),
    ...lists.map((list) => ({
      title: `${list.name} ${list.hint.replace(/[_-]/g, ' ')}`,
      options: ofSelect(list),
    })),
  ]
}

function priceIn(label: string): number {
  const amount = /((?:[A-Z]{3}\s?)?[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?[€£]|free|gratis|kostenlos|gratuit)/i.exec(
    label,
  )?.[1]
  return amount ? (parsePrice(amount)?.minor ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER
}

const isPayment = ({ title, options }: { title: string; options: Option[] }) =>
  words.payment.test(title) || (options.length > 0 && options.every(({ label }) => words.payment.test(label)))

async function take(walk: Walk, option: Option | undefined, words: string): Promise<string | null> {
  if (!option || option.chosen) return null
  await act(walk.page, option.pick)
  return `${words}: ${option.label}.`
}

/** Chooses the cheapest delivery to the door. */
export async function shipping(walk: Walk): Promise<string | null> {
  const groups = (await groupsOf(walk)).filter((group) => !isPayment(group))
  const group = groups.find(
    ({ title, options }) =>
      options.length > 0 &&
      /\b(delivery|shipping|versand|livraison|envío)\b/i.test(title) &&
      options.every(({ label }) => words.delivery.test(label) || words.pickup.test(label)),
  )
  const home = group?.options.filter(({ label, disabled }) => !disabled && !words.pickup.test(label)) ?? []
  const [cheapest] = home.toSorted((a, b) => priceIn(a.label) - priceIn(b.label))
  return take(walk, cheapest, 'Delivery')
}

const CARD = /\bcc-number\b/

/** Chooses a way to pay that needs no card: this version holds none. */
export async function payment(walk: Walk): Promise<string | null> {
  const group = (await groupsOf(walk)).find((candidate) => isPayment(candidate))
  const later = group?.options.find(({ label, disabled }) => !disabled && words.payLater.test(label))
  if (later) return take(walk, later, 'Payment')
  const controls = await readControls(walk.page)
  const asksCard = controls.some(({ autocomplete }) => CARD.test(autocomplete))
  if (group || asksCard)
    throw handOver(walk, 'payment', 'The shop wants a card or an account to pay. Please go on yourself.')
  return null
}
