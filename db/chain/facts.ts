import { awards } from './families/awards.ts'
import { batches } from './families/batches.ts'
import { claims } from './families/claims.ts'
import { delegateVotes } from './families/delegate-votes.ts'
import { delegations } from './families/delegations.ts'
import { draws } from './families/draws.ts'
import { entries } from './families/entries.ts'
import type { Family, Place } from './families/family.ts'
import { flags } from './families/flags.ts'
import { forwards } from './families/forwards.ts'
import { passes } from './families/passes.ts'
import { proposalSteps } from './families/proposal-steps.ts'
import { proposals } from './families/proposals.ts'
import { raffleEnds } from './families/raffle-ends.ts'
import { raffles } from './families/raffles.ts'
import { refunds } from './families/refunds.ts'
import { settlements } from './families/settlements.ts'
import { spends } from './families/spends.ts'
import { tiers } from './families/tiers.ts'
import { tradeSteps } from './families/trade-steps.ts'
import { trades } from './families/trades.ts'
import { transfers } from './families/transfers.ts'
import { votes } from './families/votes.ts'

const families = {
  ...{ transfers, awards, batches, spends, delegations, delegateVotes },
  ...{ passes, tiers },
  ...{ raffles, raffleEnds, entries, refunds, draws, claims, settlements },
  ...{ proposals, proposalSteps, votes },
  ...{ flags },
  ...{ trades, tradeSteps },
  ...{ forwards },
}

type FactOf<F> = F extends Family<infer Fact> ? Fact : never
/** Facts of some blocks, by family, each in chain order. */
export type Facts = { [Name in keyof typeof families]: FactOf<(typeof families)[Name]>[] }

/** Every family under its name. */
export const eachFamily = Object.entries(families) as [keyof Facts, Family<Place>][]

/** No facts yet, to be filled. */
export function noFacts(): Facts {
  return Object.fromEntries(eachFamily.map(([name]) => [name, []])) as unknown as Facts
}
