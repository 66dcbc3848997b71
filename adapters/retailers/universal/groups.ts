import type { Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { locate, readControls } from './page.ts'
import { press } from './press.ts'
import { words } from './words.ts'

export type Option = { label: string; chosen: boolean; disabled: boolean; pick: () => Promise<unknown> }
export type Group = { title: string; options: Option[] }

/** Radio groups and selects as lists of options, each with the words of its group. */
export async function groupsOf({ page }: Walk): Promise<Group[]> {
  const controls = await readControls(page)
  const radios = controls.filter(({ kind, chrome }) => kind === 'radio' && !chrome)
  const nameOf = ({ type, hint }: Control) => (type === 'radio' ? hint.split(' ')[0] : '')
  const byGroup = Map.groupBy(radios, (control) => `${control.form} ${nameOf(control)} ${control.group}`)
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
  const lists = controls.filter(({ kind, chrome }) => kind === 'select' && !chrome)
  return [
    ...[...byGroup.values()].map((group) => ({
      title: `${group[0]?.group} ${group[0]?.hint.replace(/[_-]/g, ' ')}`,
      options: group.map(ofRadio),
    })),
    ...lists.map((list) => ({
      title: `${list.name} ${list.group} ${list.hint.replace(/[_-]/g, ' ')}`,
      options: ofSelect(list),
    })),
  ].filter(({ options }) => options.length > 0)
}

/** Ways to pay: each reads like one, or some do and the list is called so. */
export function isPayment({ title, options }: Group): boolean {
  const reads = options.filter(({ label }) => words.payment.test(label))
  const isCalled = words.payment.test(title) && !words.deliveryTitle.test(title)
  return reads.length === options.length || (reads.length > 0 && isCalled)
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
