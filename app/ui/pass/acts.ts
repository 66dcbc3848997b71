import { priceOf } from '../../../core/pass/offer.ts'
import type { Tier } from '../../../core/pass/shape.ts'
import { words } from '../messages/pass/acts.ts'
import type { Act } from '../relay/act.ts'

/** ABIs and their encoder are needed to act, not to read. */
const calls = () => import('../../../core/pass/calls.ts')

/** Buys or prolongs the pass, at the price the page shows and not a wei more. */
export function buyAct(tier: Tier, periods: number): Act {
  const maxPrice = priceOf(tier, periods)
  return {
    ...{ name: words.buyThePass, signatures: 2 },
    call: async ({ contracts, permit }) => {
      const signed = await permit({ spender: contracts.access_pass, value: maxPrice })
      return (await calls()).purchaseCall(contracts, { tier: tier.tier, periods, maxPrice }, signed)
    },
  }
}

/** Ends the wallet's pass. */
export function cancelAct(wallet: string): Act {
  return {
    ...{ name: words.endThePass, signatures: 1 },
    call: async ({ contracts }) => (await calls()).cancelCall(contracts, wallet as `0x${string}`),
  }
}

/** Has the wallet's earned karma count as its own vote. */
export function voteAct(wallet: string): Act {
  return {
    ...{ name: words.switchYourVoteOn, signatures: 1 },
    call: async ({ contracts }) => (await calls()).delegateCall(contracts, wallet as `0x${string}`),
  }
}
