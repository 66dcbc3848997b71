import { features } from '../feature/features.ts'
import { knobsOf } from '../karma/knobs.ts'
import { shippedRuleset } from '../karma/rules.ts'
import type { Hex } from '../typed-data/domain.ts'

/** Something that a vote can change: a number of the karma rules or a feature of the product. */
export type VoteKnob = {
  /** `karma.…` or `app.…` */
  name: string
  /** What FeatureFlags knows it by. */
  key: Hex
  unit: 'switch' | 'wei' | 'times' | 'members' | 'days' | 'seconds' | 'points'
  shipped: bigint
  /** A flag outside of these is ignored by the product, so that nobody should vote for one. */
  min: bigint
  max: bigint
}

const ofFeatures = features.map(({ name, key, unit, shipped, min, max }): VoteKnob => {
  return { name, key, unit, shipped: BigInt(shipped), min: BigInt(min), max: BigInt(max) }
})
const ofKarma = knobsOf(shippedRuleset).map(({ name, key, unit, value, min, max }): VoteKnob => {
  return { name, key, unit, shipped: value, min, max }
})

/** Everything that a vote can change, features first. */
export const voteKnobs: readonly VoteKnob[] = [...ofFeatures, ...ofKarma]

const byKey = new Map(voteKnobs.map((knob) => [knob.key, knob]))
const byName = new Map(voteKnobs.map((knob) => [knob.name, knob]))

/** @returns undefined for a key that this version of the product does not ask for */
export const knobOfKey = (key: Hex): VoteKnob | undefined => byKey.get(key)
/** @returns undefined for a name that this version of the product does not know */
export const knobNamed = (name: string): VoteKnob | undefined => byName.get(name)

/** What holds of a knob: its flag where set and within bounds, else what is shipped. Pure. */
export function valueInForce({ shipped, min, max }: VoteKnob, flag: bigint | undefined): bigint {
  return flag === undefined || flag < min || flag > max ? shipped : flag
}
