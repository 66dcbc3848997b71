import { parsePrice } from '../../../core/checkout/price.ts'
import type { Walk } from '../adapter.ts'
import { type Group, groupsOf, isDelivery, type Option } from './groups.ts'
import { act } from './page.ts'
import { words } from './words.ts'

const AMOUNT =
  /((?:[A-Z]{3}\s?)?[$€£¥￥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€£円]|zł|kr)|\b(?:free|gratis|kostenlos|gratuit)\b|無料)/i

function priceIn(label: string): number {
  const amount = AMOUNT.exec(label)?.[1]
  return amount ? (parsePrice(amount)?.minor ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER
}

/** Days, as far as the words say: the last of "3 to 5 days"; names of speeds where no number stands. */
function daysIn(label: string): number {
  const [, from, to] =
    /(\d+)\s*(?:(?:-|–|to|bis|à|a)\s*(\d+))?\s*(?:business |working |werk)?(?:days?|tage?|jours?|días?|giorni|dagen|日)/i.exec(
      label,
    ) ?? []
  if (to ?? from) return Number(to ?? from)
  const hours = /(\d+)\s?(?:h|hours?|stunden?)\b/i.exec(label)?.[1]
  if (hours) return Number(hours) / 24
  if (/same[- ]day|heute/i.test(label)) return 0.5
  if (/overnight|next[- ]day|morgen/i.test(label)) return 1
  if (/express|priority|速達|お急ぎ|exprés|espresso/i.test(label)) return 1.5
  return /economy|saver|freight/i.test(label) ? 8 : 6
}

/** Of several deliveries, by what their words say: the cheapest of them, or the fastest. */
export function bestDelivery<Each extends { label: string }>(
  options: readonly Each[],
  wish: Walk['wishes']['shipping'],
): Each | undefined {
  const byPrice = (a: Each, b: Each) => priceIn(a.label) - priceIn(b.label)
  const byDays = (a: Each, b: Each) => daysIn(a.label) - daysIn(b.label)
  return options.toSorted((a, b) =>
    wish === 'fastest' ? byDays(a, b) || byPrice(a, b) : byPrice(a, b) || byDays(b, a),
  )[0]
}

function toTheDoor(group: Group | undefined): Option[] {
  return group?.options.filter(({ label, disabled }) => !disabled && !words.pickup.test(label)) ?? []
}

/** A day, or a time of it, that the shop wants to be told and that is not chosen yet: its first. */
function firstDate(groups: Group[]): Option | undefined {
  const isOpen = ({ title, options, isOfRows }: Group) =>
    !isOfRows && words.date.test(title) && options.every(({ chosen }) => !chosen)
  return groups.find(isOpen)?.options.find(({ disabled }) => !disabled)
}

/** Chooses the delivery to the door that the buyer would rather have, and its first day where the shop asks for one. */
export async function shipping(walk: Walk): Promise<string | null> {
  const option = bestDelivery(toTheDoor((await groupsOf(walk)).find(isDelivery)), walk.wishes.shipping)
  const taken = option && !option.chosen ? option : undefined
  if (taken) await act(walk.page, taken.pick)
  const date = firstDate(await groupsOf(walk))
  if (date) await act(walk.page, date.pick)
  const said = [taken, date].flatMap((each) => each?.label ?? [])
  return said.length > 0 ? `Delivery: ${said.join(', ')}.` : null
}
