import { decodeFunctionData, encodeFunctionData } from 'viem'
import { featureFlagsAbi } from '../contracts/featureFlags.ts'
import type { Hex } from '../typed-data/domain.ts'

/** A flag that a proposal sets: the key of FeatureFlags and its new value. */
export type FlagChange = { key: Hex; value: bigint }

/** One call of a proposal, as the governor takes it; `value` in wei. */
export type ProposedCall = { target: Hex; value: bigint; data: Hex }

/** The calls that make these changes once a vote has won. Pure. */
export function changeCalls(featureFlags: Hex, changes: readonly FlagChange[]): ProposedCall[] {
  return changes.map(({ key, value }) => ({
    target: featureFlags,
    value: 0n,
    data: encodeFunctionData({ abi: featureFlagsAbi, functionName: 'set', args: [key, value] }),
  }))
}

/**
 * The change that a call makes. Read from the calldata itself, never from what its author wrote about it.
 * @returns undefined for a call that does something else, whatever that is
 */
export function changeOf(featureFlags: Hex, { target, value, data }: ProposedCall): FlagChange | undefined {
  if (target !== featureFlags || value !== 0n) return undefined
  try {
    const { functionName, args } = decodeFunctionData({ abi: featureFlagsAbi, data })
    if (functionName !== 'set') return undefined
    const [key, to] = args
    const change = { key: key.toLowerCase() as Hex, value: to }
    // Bytes behind the arguments change nothing, but then the text would not say all that is in it.
    return changeCalls(featureFlags, [change])[0]?.data === data ? change : undefined
  } catch {
    return undefined
  }
}

/** Targets, values and calldatas, as the governor wants them. */
export function partsOf(calls: readonly ProposedCall[]): [Hex[], bigint[], Hex[]] {
  return [calls.map(({ target }) => target), calls.map(({ value }) => value), calls.map(({ data }) => data)]
}
