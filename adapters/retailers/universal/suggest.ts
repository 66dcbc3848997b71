import { stateNames } from '../../../core/checkout/state.ts'
import { hearsWriting } from '../../browser/hears.ts'
import type { Walk } from '../adapter.ts'
import type { Choice, Control } from './dom.ts'
import type { Kind } from './fields.ts'
import { forget } from './memo.ts'
import { act, readControls, readUntil } from './page.ts'
import { press } from './press.ts'
import { choiceFor } from './region.ts'

export type Typed = { control: Control; kind: Kind; value: string }

/** How long a list of suggestions may take: of a field like any other, and of one that says it has a list. Milliseconds. */
const FOLLOWS_MS = 600
const LIST_MS = 3_000
/** A field that is made for looking something up. */
const SEARCHES =
  /start typing|begin typing|search|look ?up|find (your )?address|suchen|rechercher|buscar|cerca|zoek/i

const namesOf = (controls: Control[]) => new Set(controls.map(({ kind, name }) => `${kind} ${name}`))

/** A control as one choice of a list. */
export const asChoice = ({ id, name, disabled }: Control): Choice => ({
  value: String(id),
  label: name,
  disabled,
  selected: false,
})

/** How much of the buyer's own address a suggestion names; 0: it may be another's. */
function likeness({ buyer }: Walk, { name }: Control): number {
  const text = name.toLowerCase()
  const isThere = (part: string) => part !== '' && text.includes(part.toLowerCase())
  const zip = isThere(buyer.zip_code) ? 4 : 0
  const city = isThere(buyer.city) ? 2 : 0
  const words = text.split(/[^\p{L}\p{N}]+/u)
  const inState = stateNames(buyer.country, buyer.state).some(
    (each) => each !== '' && (words.includes(each.toLowerCase()) || (each.length > 3 && isThere(each))),
  )
  return zip + city === 0 ? 0 : zip + city + (inState ? 1 : 0)
}

function mineOf(walk: Walk, offered: Control[], { control, kind, value }: Typed): Control | undefined {
  if (kind === 'country' || kind === 'state') {
    const hit = choiceFor(offered.map(asChoice), walk.buyer, { kind, value })
    return offered.find(({ id }) => String(id) === hit?.value)
  }
  const mine = offered
    .filter(({ name }) => name.toLowerCase().includes(value.toLowerCase()))
    .map((each) => ({ each, points: likeness(walk, each) + (control.popup && kind !== 'street' ? 1 : 0) }))
    .filter(({ points }) => points > 0)
  return mine.toSorted((a, b) => b.points - a.points)[0]?.each
}

/** A field that may bring up a list of what to choose from. */
export const mayOffer = ({ kind, control }: Pick<Typed, 'kind' | 'control'>) =>
  kind === 'street' || kind === 'road' || control.popup

/** Takes the suggestion that is the buyer's own, and no other; a list without it is closed. */
export async function answerSuggestions(walk: Walk, field: Typed, before: Control[]): Promise<void> {
  const { page } = walk
  const { control } = field
  if (!mayOffer(field)) return
  const known = namesOf(before)
  const read = async () =>
    (await readControls(page)).filter(
      (each) =>
        (each.kind === 'radio' || each.kind === 'button') &&
        !each.chrome &&
        !known.has(`${each.kind} ${each.name}`),
    )
  const isList = control.popup || SEARCHES.test(`${control.name} ${control.hint}`)
  if (!isList && !(await hearsWriting(page, `[data-snpd="${control.id}"]`))) return
  const offered = await readUntil(page, {
    read,
    wanted: (seen) => mineOf(walk, seen, field) !== undefined,
    ms: isList ? LIST_MS : FOLLOWS_MS,
  })
  const mine = mineOf(walk, offered, field)
  if (mine) await act(page, () => press(page, mine))
  else if (offered.some(({ kind: each }) => each === 'radio') || (isList && offered.length > 0))
    await page.keyboard.press('Escape').finally(() => forget(page))
}
