import type { Hex } from '../typed-data/domain.ts'
import { changeOf, type FlagChange, type ProposedCall } from './change.ts'
import { knobOfKey, valueInForce } from './knob.ts'
import type { Proposal, ProposalChange } from './shape.ts'
import { changeText } from './words.ts'

/** A flag got a value at a place of the chain. */
export type FlagSet = { key: Hex; value: bigint; at: Place }
export type Place = { block: number; log: number }

export type EffectFacts = {
  featureFlags: Hex
  calls: readonly ProposedCall[]
  /** Where the chain says that it was executed; null: not yet, or never. */
  executed: Place | null
  /** Of every flag that the calls set, each value that it ever got, in the order of the chain. */
  history: readonly FlagSet[]
}

const isBefore = (one: Place, other: Place) =>
  one.block < other.block || (one.block === other.block && one.log < other.log)

/** A flag that no version of ours asks for is told as it is. */
function unknownChange({ key, value }: FlagChange, from: bigint | undefined): ProposalChange {
  return {
    ...{ name: null, key, from: String(from ?? 0n), to: String(value), heeded: false, holds: null },
    words: `Flag ${key} becomes ${value}. This version of SNPD does not ask for it.`,
  }
}

function effectOf(change: FlagChange, { executed, history }: EffectFacts): ProposalChange {
  const { key, value } = change
  const sets = history.filter((each) => each.key === key)
  // The governor says "executed" after the calls: what this very execution set lies before it, in the same block.
  const own = executed && sets.findLast((set) => set.value === value && set.at.block === executed.block)
  const before = own ? sets.filter(({ at }) => isBefore(at, own.at)) : sets
  const flag = before.at(-1)?.value
  const knob = knobOfKey(key)
  if (!knob) return unknownChange(change, flag)
  const from = valueInForce(knob, flag)
  const heeded = value >= knob.min && value <= knob.max
  const words = changeText(knob, { from, to: value })
  const why = heeded ? '' : ' That is out of bounds: the product would ignore it.'
  return {
    ...{ name: knob.name, key, from: String(from), to: String(value), heeded, words: `${words}${why}` },
    holds: own ? sets.at(-1) === own && heeded : null,
  }
}

/** What a proposal does, from its calls alone, told beside what held before; and the calls that nobody of ours can read. Pure. */
export function effectsOf(facts: EffectFacts): Pick<Proposal, 'changes' | 'unread'> {
  const read = facts.calls.map((call) => ({ call, change: changeOf(facts.featureFlags, call) }))
  return {
    changes: read.flatMap(({ change }) => (change ? [effectOf(change, facts)] : [])),
    unread: read.flatMap(({ call, change }) =>
      change ? [] : [{ target: call.target, value: String(call.value), data: call.data }],
    ),
  }
}
