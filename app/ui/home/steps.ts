import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import type { Member } from '../../../core/member/shape.ts'
import type { Raffle } from '../../../core/raffle/shape.ts'

export const stepNames = ['earn', 'enter', 'live', 'walk'] as const
export type StepName = (typeof stepNames)[number]

export type Facts = {
  me: Pick<Member, 'karma_earned'>
  raffles: readonly Pick<Raffle, 'state' | 'mine'>[]
  purchases: readonly Pick<PurchaseRequest, 'state'>[]
  /** A restock came over the line while its reader was here. */
  sawLive: boolean
}

/** Where the assistant came as far as the total, or further. */
const walked: readonly PurchaseRequest['state'][] = ['dry-run', 'review', 'ordered']

/** Which steps really were done: by what the chain, the shop and the line said, not by what was pressed. Pure. */
export function doneOf({ me, raffles, purchases, sawLive }: Facts): Record<StepName, boolean> {
  return {
    earn: BigInt(me.karma_earned) > 0n,
    enter: raffles.some(({ mine }) => mine.length > 0),
    live: sawLive,
    walk: purchases.some(({ state }) => walked.includes(state)),
  }
}

/** The one thing to do now: the first that is neither done nor impossible; undefined: nothing is left. Pure. */
export const nowOf = (
  done: Record<StepName, boolean>,
  impossible: readonly StepName[],
): StepName | undefined => stepNames.find((name) => !done[name] && !impossible.includes(name))
