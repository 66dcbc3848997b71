import { cancelCall, delegateCall, purchaseCall } from '../../../core/pass/calls.ts'
import { priceOf } from '../../../core/pass/offer.ts'
import type { Tier } from '../../../core/pass/shape.ts'
import type { Act } from '../relay/act.ts'

/** Buys or prolongs the pass, at the price the page shows and not a wei more. */
export function buyAct(tier: Tier, periods: number): Act {
  const maxPrice = priceOf(tier, periods)
  return {
    ...{ name: 'Buy the pass', signatures: 2 },
    call: async ({ contracts, permit }) => {
      const signed = await permit({ spender: contracts.access_pass, value: maxPrice })
      return purchaseCall(contracts, { tier: tier.tier, periods, maxPrice }, signed)
    },
  }
}

/** Ends the wallet's pass. */
export function cancelAct(wallet: string): Act {
  return {
    ...{ name: 'End the pass', signatures: 1 },
    call: ({ contracts }) => cancelCall(contracts, wallet as `0x${string}`),
  }
}

/** Has the wallet's earned karma count as its own vote. */
export function voteAct(wallet: string): Act {
  return {
    ...{ name: 'Switch your vote on', signatures: 1 },
    call: ({ contracts }) => delegateCall(contracts, wallet as `0x${string}`),
  }
}
