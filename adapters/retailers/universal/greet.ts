import type { Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { act, locate, readControls } from './page.ts'
import { press } from './press.ts'
import { choiceFor } from './region.ts'
import { words } from './words.ts'

/** A list of countries in a dialog: the shop asks where its visitor lives before it shows anything. */
function asksWhere(walk: Walk, { kind, dialog, choices }: Control): boolean {
  const countries = { kind: 'country', value: walk.buyer.country } as const
  return kind === 'select' && dialog && choices.length > 1 && !!choiceFor(choices, walk.buyer, countries)
}

/** Answers a shop that asks for the visitor's country before all else, with the buyer's own. */
export async function greet(walk: Walk): Promise<void> {
  const { page, buyer } = walk
  if (buyer.country === '') return
  const list = (await readControls(page)).find((control) => asksWhere(walk, control))
  const choice = list && choiceFor(list.choices, buyer, { kind: 'country', value: buyer.country })
  if (!list || !choice) return
  await act(page, () => locate(page, list).selectOption(choice.value))
  const button = (await readControls(page)).find(
    ({ kind, dialog, name, disabled }) =>
      kind === 'button' && dialog && !disabled && (words.enter.test(name) || words.done.test(name)),
  )
  if (button) await act(page, () => press(page, button))
}
