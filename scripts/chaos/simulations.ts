import { openCheckoutKiller } from '../../test/support/kill-checkout.ts'
import { openCliKiller } from '../../test/support/kill-cli.ts'
import { openRaffleKiller } from '../../test/support/kill-raffle.ts'
import { openRelayKiller } from '../../test/support/kill-relay.ts'
import { openSettleKiller } from '../../test/support/kill-settle.ts'
import { openVoteKiller } from '../../test/support/kill-vote.ts'
import { openSimulator } from '../../test/support/sim.ts'
import { whyNoSmallDisk } from '../../test/support/small-disk.ts'
import { openStorms } from '../../test/support/storm.ts'
import type { ChaosUrls } from './database.ts'

type Simulator = {
  /** @throws Error that names the seed and what is wrong in the end */
  run: (seed: number) => Promise<{ faults: Map<string, number>; ms: number }>
  close: () => Promise<void>
}
export type Simulation = {
  name: string
  what: string
  /** Seeds when none is named. */
  runs: number
  /** Simulators on each core: most of a run is waiting. */
  perCore: number
  /** Seeds from one line about the progress to the next. */
  tellEvery: number
  /** What is true when no seed is red. */
  verdict: string
  /** How much of it a seed is, for those where that can be said: a flag, and what it is without. */
  size?: { flag: string; usual: number }
  /** Why it cannot be run here, in words; undefined when it can. */
  whyNot?: () => string | undefined
  /** One at a time takes the whole machine. */
  isWide?: boolean
  open: (urls: ChaosUrls, size: number) => Promise<Simulator>
}

/** Everything of `npm run chaos`. */
export const simulations: readonly Simulation[] = [
  {
    name: 'indexer',
    what: 'the indexer under lying nodes, reorgs, kills, lost connections, two writers',
    runs: 10_000,
    perCore: 2,
    tellEvery: 100,
    verdict: 'every mirror equals its chain',
    open: ({ indexerUrl }) => openSimulator(indexerUrl),
  },
  {
    name: 'settle',
    what: 'settle workers killed at any instant, beside each other, with stuck, lost and replaced transactions',
    runs: 100,
    perCore: 2,
    tellEvery: 10,
    verdict: 'every due award minted exactly once, to its wallet, in its amount',
    open: openSettleKiller,
  },
  {
    name: 'relay',
    what: 'relay workers likewise, while strangers copy and overtake what members signed',
    runs: 100,
    perCore: 2,
    tellEvery: 10,
    verdict: 'every request carried out at most once, and what its member is told is what the chain says',
    open: openRelayKiller,
  },
  {
    name: 'raffles',
    what: 'draw workers likewise, while raffles open, close and are called off and strangers draw, settle and refund',
    runs: 100,
    perCore: 2,
    tellEvery: 10,
    verdict:
      'every raffle opened once, with one winner set; every pot burned once, every stake of the others back once',
    open: openRaffleKiller,
  },
  {
    name: 'votes',
    what: 'keepers likewise, while members propose and vote, time passes and strangers queue and execute',
    runs: 100,
    perCore: 2,
    tellEvery: 10,
    verdict: 'every vote that won carried out once, and no other',
    open: openVoteKiller,
  },
  {
    name: 'checkout',
    what: 'checkout workers and their browsers killed or asleep around the click that buys, at shops that suffer too',
    runs: 200,
    perCore: 3,
    tellEvery: 10,
    verdict: 'no order made twice, none called made that was not, every request at its end',
    open: openCheckoutKiller,
  },
  {
    name: 'checkout-cli',
    what: 'npm run checkout killed around the click that buys, and run again by the same person',
    runs: 50,
    perCore: 2,
    tellEvery: 10,
    verdict: 'no order made twice, and the last word of each is what the shop counts',
    open: openCliKiller,
  },
  {
    name: 'alerts',
    what: 'monitors, web processes, notifiers and Postgres killed in turn while shops change; --changes N (1000)',
    runs: 5,
    perCore: 1,
    tellEvery: 1,
    verdict:
      'every change told once to every socket and receiver, none invented, none lost, no shop asked wrongly',
    size: { flag: 'changes', usual: 1_000 },
    isWide: true,
    open: (_, changes) => openStorms(changes),
  },
  {
    name: 'clocks',
    what: 'monitors, web processes and notifiers whose clocks are up to 45 minutes ahead or behind; --changes N (300)',
    runs: 5,
    perCore: 1,
    tellEvery: 1,
    verdict:
      'every change told once and in order, nothing sent twice, one session for all, no time but the database’s',
    size: { flag: 'changes', usual: 300 },
    isWide: true,
    open: (_, changes) => openStorms(changes, 'clocks'),
  },
  {
    name: 'disk',
    what: "Postgres' disk full now and then while shops change; --changes N (300)",
    runs: 5,
    perCore: 1,
    tellEvery: 1,
    verdict:
      'every change told once to every socket and receiver, none invented, none lost, all goes on by itself',
    size: { flag: 'changes', usual: 300 },
    whyNot: whyNoSmallDisk,
    isWide: true,
    open: (_, changes) => openStorms(changes, 'disk'),
  },
]
