import { accessOperationSteps } from './families/access-operation-steps.ts'
import { accessOperations } from './families/access-operations.ts'
import { approvals } from './families/approvals.ts'
import { authorities } from './families/authorities.ts'
import { awards } from './families/awards.ts'
import { batches } from './families/batches.ts'
import { claims } from './families/claims.ts'
import { dailyCaps } from './families/daily-caps.ts'
import { delegateVotes } from './families/delegate-votes.ts'
import { delegations } from './families/delegations.ts'
import { domainChanges } from './families/domain-changes.ts'
import { draws } from './families/draws.ts'
import { entries } from './families/entries.ts'
import type { Family, Place } from './families/family.ts'
import { flags } from './families/flags.ts'
import { forwards } from './families/forwards.ts'
import { governorSettings } from './families/governor-settings.ts'
import { governorTimelocks } from './families/governor-timelocks.ts'
import { passApprovals } from './families/pass-approvals.ts'
import { passLocks } from './families/pass-locks.ts'
import { passSubscriptions } from './families/pass-subscriptions.ts'
import { passTransfers } from './families/pass-transfers.ts'
import { passes } from './families/passes.ts'
import { proposalSteps } from './families/proposal-steps.ts'
import { proposals } from './families/proposals.ts'
import { raffleEnds } from './families/raffle-ends.ts'
import { raffles } from './families/raffles.ts'
import { refunds } from './families/refunds.ts'
import { roleLabels } from './families/role-labels.ts'
import { roleMembers } from './families/role-members.ts'
import { roleSettings } from './families/role-settings.ts'
import { settlements } from './families/settlements.ts'
import { spends } from './families/spends.ts'
import { targetClosings } from './families/target-closings.ts'
import { targetDelays } from './families/target-delays.ts'
import { targetFunctions } from './families/target-functions.ts'
import { tiers } from './families/tiers.ts'
import { timelockCalls } from './families/timelock-calls.ts'
import { timelockCancellations } from './families/timelock-cancellations.ts'
import { timelockDelays } from './families/timelock-delays.ts'
import { timelockExecutions } from './families/timelock-executions.ts'
import { timelockRoleAdmins } from './families/timelock-role-admins.ts'
import { timelockRoles } from './families/timelock-roles.ts'
import { timelockSalts } from './families/timelock-salts.ts'
import { tradeSteps } from './families/trade-steps.ts'
import { trades } from './families/trades.ts'
import { transfers } from './families/transfers.ts'
import { votes } from './families/votes.ts'

const families = {
  ...{ transfers, awards, batches, spends, delegations, delegateVotes, approvals, dailyCaps },
  ...{ passes, tiers, passTransfers, passApprovals, passLocks, passSubscriptions },
  ...{ raffles, raffleEnds, entries, refunds, draws, claims, settlements },
  ...{ proposals, proposalSteps, votes, governorSettings, governorTimelocks },
  ...{ timelockCalls, timelockExecutions, timelockSalts, timelockCancellations, timelockDelays },
  ...{ timelockRoles, timelockRoleAdmins },
  ...{ roleMembers, roleLabels, roleSettings },
  ...{ targetClosings, targetDelays, targetFunctions, authorities },
  ...{ accessOperations, accessOperationSteps },
  ...{ flags },
  ...{ trades, tradeSteps },
  ...{ forwards, domainChanges },
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
