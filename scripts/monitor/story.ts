import { isSize } from '../../core/checkout/size.ts'
import { type Change, compareStock, forgetStock, type Kept } from '../../core/monitor/change.ts'
import type { Sighting } from '../../core/monitor/shape.ts'
import type { Told } from './line.ts'

/** What is known of the product so far, and what was said of it. */
export type Story = {
  kept: readonly Kept[]
  /** The size that alone is wanted. */
  only: string | undefined
  /** What was last said of each size. */
  said: ReadonlyMap<string, Kept>
}

export const noStory = (only: string | undefined): Story => ({ kept: [], only, said: new Map() })

/** Of a product or a size of which nobody knows anything. */
function nobodyKnows(size: string, evidence: string): Kept {
  return {
    ...{ size, label: size, state: 'unknown', known: null },
    ...{ priceMinor: null, currency: null, confidence: 0, evidence },
  }
}

const isWanted = ({ size, label }: Kept, only: string | undefined) =>
  only === undefined || size === only || isSize(label || size, only)

/** The wanted size where the page does not name it: unknown, until it does. */
function wantedOf(kept: readonly Kept[], { only }: Story, seen: readonly Sighting[]): Kept[] {
  if (only === undefined) return [...kept]
  const wanted = kept.filter((each) => isWanted(each, only))
  if (wanted.length > 0) return wanted
  const listed = seen.map(({ label, size }) => label || size).filter(Boolean)
  const evidence = listed.length > 0 ? `the page lists ${listed.join(', ')}` : 'the page names no sizes'
  const whole = seen.find(({ size }) => size === '')
  if (whole && whole.state === 'out') return [{ ...whole, size: only, label: only, known: 'out' }]
  return [nobodyKnows(only, evidence)]
}

function isNews(now: Kept, before: Kept | undefined): boolean {
  if (!before) return true
  if (before.state !== now.state) return true
  const prices = [before.priceMinor, now.priceMinor]
  return !prices.includes(null) && before.priceMinor !== now.priceMinor
}

/** A price that is not said this time still stands. */
function remember(now: Kept, before: Kept | undefined): Kept {
  return now.priceMinor === null && before ? { ...now, priceMinor: before.priceMinor } : now
}

export type Chapter = { story: Story; news: Pick<Told, 'now' | 'before'>[] }

type Telling = { kept: readonly Kept[]; shown: readonly Kept[]; changes?: readonly Change[] }

/** What a size was that nobody spoke of before: out, where it was not listed beside others. */
function unsaid(size: string, changes: readonly Change[]): Told['before'] {
  const change = changes.find((each) => each.sighting.size === size)
  return change ? { state: change.before, priceMinor: null } : null
}

function tellOf(story: Story, { kept, shown, changes = [] }: Telling): Chapter {
  const news = shown
    .filter((each) => isNews(each, story.said.get(each.size)))
    .map((now) => ({ now, before: story.said.get(now.size) ?? unsaid(now.size, changes) }))
  const said = new Map(story.said)
  for (const each of shown) said.set(each.size, remember(each, said.get(each.size)))
  return { story: { ...story, kept, said }, news }
}

/** The story as it goes on after a look that told of stock. */
export function afterRead(story: Story, sizes: readonly Sighting[]): Chapter {
  const { now, changes } = compareStock(story.kept, sizes)
  // Once sizes are named, nothing is said of the product as a whole.
  const kept =
    now.length > 1 ? now.filter(({ size }) => size !== '' || sizes.some((each) => each.size === '')) : now
  return tellOf(story, { kept, shown: wantedOf(kept, story, sizes), changes })
}

/** After one that showed nothing: nobody knows of any size, and what was known before is kept for the next. */
export function afterNothing(story: Story, reason: string): Chapter {
  const kept = forgetStock(story.kept, reason)
  const first = kept.length === 0 ? [nobodyKnows(story.only ?? '', reason)] : wantedOf(kept, story, [])
  return tellOf(story, { kept, shown: first })
}
