import type { Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { locate, readControls } from './page.ts'
import { press } from './press.ts'
import { words } from './words.ts'

export type Option = { label: string; chosen: boolean; disabled: boolean; pick: () => Promise<unknown> }
export type Group = {
  title: string
  options: Option[]
  /** Rows that are pressed: which one is chosen they may show in colours alone. */
  isOfRows: boolean
  /** A select: a month of expiry stands under "payment" too. */
  isList: boolean
}

/** Radio groups and selects as lists of options, each with the words of its group. */
export async function groupsOf({ page }: Walk): Promise<Group[]> {
  const controls = await readControls(page)
  const radios = controls.filter(({ kind, chrome }) => kind === 'radio' && !chrome)
  const keyOf = ({ type, hint, form, group }: Control) =>
    type === 'radio' && !hint.startsWith(' ') ? `${form} ${hint.split(' ')[0]}` : `${form}  ${group}`
  const byGroup = Map.groupBy(radios, keyOf)
  const ofRadio = (control: Control): Option => ({
    label: control.name || control.value,
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
  const rows = controls.filter(
    ({ kind, list, chrome, type }) => kind === 'button' && list >= 0 && !chrome && type !== 'submit',
  )
  const byList = Map.groupBy(rows, ({ list }) => list)
  const lists = controls.filter(({ kind, chrome }) => kind === 'select' && !chrome)
  return [
    ...[...byGroup.values()].map((group) => ({
      title: `${group[0]?.group} ${group[0]?.hint.replace(/[_-]/g, ' ')}`,
      options: group.map(ofRadio),
      isOfRows: false,
      isList: false,
    })),
    ...lists.map((list) => ({
      title: `${list.name} ${list.group} ${list.hint.replace(/[_-]/g, ' ')}`,
      options: ofSelect(list),
      isOfRows: false,
      isList: true,
    })),
    ...[...byList.values()].map((group) => ({
      title: group[0]?.group ?? '',
      options: group.map(ofRadio),
      isOfRows: true,
      isList: false,
    })),
  ].filter(({ options }) => options.length > 0)
}

/** Ways to pay: each reads like one, or some do and the list is called so. */
export function isPayment({ title, options, isOfRows, isList }: Group): boolean {
  const reads = options.filter(({ label }) => words.payment.test(label))
  // A row of buttons that buy elsewhere is no choice.
  if (isOfRows && options.some(({ label }) => words.place.test(label) || words.buys.test(label))) return false
  const isCalled = words.payment.test(title) && !words.deliveryTitle.test(title)
  const isMost = !isOfRows && reads.length > 1 && reads.length * 2 >= options.length
  const isTitled = !isOfRows && !isList && words.paymentTitle.test(title) && !words.deliveryTitle.test(title)
  return reads.length === options.length || isMost || isTitled || (reads.length > 0 && isCalled)
}

/** Ways of delivery: called so, or each of them reads like one. */
export function isDelivery(group: Group): boolean {
  if (isPayment(group)) return false
  const reads = ({ label }: Option) =>
    words.delivery.test(label) || words.pickup.test(label) || /[$€£¥]|円|zł/.test(label)
  return (
    group.options.every(reads) &&
    (words.deliveryTitle.test(group.title) || group.options.some(({ label }) => words.delivery.test(label)))
  )
}
