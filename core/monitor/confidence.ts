import { combineStock, isLying, type Sources } from '../stock/combine.ts'
import type { SizeStock } from '../stock/shape.ts'
import type { Kept } from './change.ts'
import type { Sighting } from './shape.ts'

/**
 * How far one source is believed that speaks alone. The page's own word ("sold out", a choice that is off) outranks the
 * rest; a choice that is merely there may be drawn before its scripts know; metadata is written for search engines.
 */
const VOICES = { word: 0.8, button: 0.7, list: 0.65, choice: 0.5, metadata: 0.5 } as const

/** Below this one source alone has spoken, and not the page in words: a "there it is" is looked at twice. */
const WEAK = 0.7

type Voice = number | undefined

/** How far the sources that say the same are believed together: each leaves its own doubt. */
function confidenceOf({ size, state }: SizeStock, sources: Sources): number {
  if (state === 'unknown') return 0
  const { picker, platform, markup, whole } = sources
  const shown = picker.find((each) => each.size === size)
  const agrees = (said: { state: string | null } | undefined) => said?.state === state
  const isChoice = shown?.state === 'listed' && state !== 'out'
  const voices: Voice[] = [
    isChoice ? VOICES.choice : agrees(shown) ? VOICES.word : undefined,
    whole && agrees(whole) && (state !== 'in' || size === '') ? VOICES.button : undefined,
    agrees(platform.find((each) => each.size === size)) ? VOICES.list : undefined,
    // Who was caught lying about one size is no witness of another.
    agrees(markup.find((each) => each.size === size)) && !isLying(sources) ? VOICES.metadata : undefined,
  ]
  return 1 - voices.reduce<number>((doubt, voice) => doubt * (1 - (voice ?? 0)), 1)
}

/** Every size as the sources come to it together, with how far that is believed. */
export function sightingsOf(sources: Sources): Sighting[] {
  return combineStock(sources).map((each) => ({ ...each, confidence: confidenceOf(each, sources) }))
}

const isThere = ({ state }: Pick<Sighting, 'state'>) => state === 'in' || state === 'preorder'

/** What is news, good, and said by one weak source alone: nobody is told before a second look says so too. */
export function doubtsOf(kept: readonly Kept[], seen: readonly Sighting[]): Sighting[] {
  const before = new Map(kept.map(({ size, state }) => [size, state]))
  return seen.filter(
    (each) => isThere(each) && each.confidence < WEAK && before.get(each.size) !== each.state,
  )
}

/** The first look, with each doubtful size as the second look saw it: what it does not say too is unknown. */
export function settleDoubts(
  first: readonly Sighting[],
  { doubts, second }: { doubts: readonly Sighting[]; second: readonly Sighting[] },
): Sighting[] {
  const doubted = new Set(doubts.map(({ size }) => size))
  return first.map((each) => {
    if (!doubted.has(each.size)) return each
    const again = second.find(({ size }) => size === each.size)
    // A list that only knows "available" does not contradict a page that says "to be ordered in advance".
    const isSame = again && (again.state === each.state || (isThere(again) && again.state === 'preorder'))
    if (isSame) return { ...again, confidence: Math.max(each.confidence, again.confidence) }
    const evidence = `${each.evidence}; a second look says ${again?.evidence ?? 'nothing of it'}`
    const state = again && again.state !== 'unknown' && !isThere(again) ? again.state : 'unknown'
    return { ...each, state, confidence: state === 'unknown' ? 0 : (again?.confidence ?? 0), evidence }
  })
}
