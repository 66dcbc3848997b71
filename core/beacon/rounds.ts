import type { BeaconNetwork } from './network.ts'

type Clock = Pick<BeaconNetwork, 'genesis' | 'period'>

/** The newest round published at `timestamp` (unix seconds); 0 before the first. */
export function roundAt({ genesis, period }: Clock, timestamp: number): bigint {
  return timestamp < genesis ? 0n : BigInt(Math.floor((timestamp - genesis) / period)) + 1n
}

/** The first round published after `timestamp` (unix seconds), as DrandBeacon.sol's roundAfter. */
export function roundAfter(clock: Clock, timestamp: number): bigint {
  return roundAt(clock, timestamp) + 1n
}

/** When a round is published, in unix seconds. */
export function timeOf({ genesis, period }: Clock, round: bigint): number {
  return genesis + Number(round - 1n) * period
}
