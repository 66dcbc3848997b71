import type { Raffle } from '../../../core/raffle/shape.ts'
import { words } from '../messages/raffle/acts.ts'
import type { Act } from '../relay/act.ts'

/** ABIs and their encoder are needed to act, not to read. */
const calls = () => import('../../../core/raffle/calls.ts')

/** Buys the ticket, at the price the page shows: the permit is over no wei more. */
export function enterAct({ id, price }: Pick<Raffle, 'id' | 'price'>): Act {
  return {
    ...{ name: words.enterTheRaffle, signatures: 2 },
    call: async ({ contracts, permit }) => {
      const signed = await permit({ spender: contracts.raffle, value: BigInt(price) })
      return (await calls()).enterCall(contracts, BigInt(id), signed)
    },
  }
}

/** Asks on chain for what the ticket won. */
export function claimAct(id: string, place: number): Act {
  return {
    ...{ name: words.claimThePrize, signatures: 1 },
    call: async ({ contracts }) => (await calls()).claimCall(contracts, { raffleId: BigInt(id), place }),
  }
}

/** Takes the stake back at once; SNPD pays it back by itself, in turn. */
export function refundAct(id: string, wallet: string): Act {
  return {
    ...{ name: words.takeTheTicketsKarma, signatures: 1 },
    call: async ({ contracts }) => (await calls()).refundCall(contracts, BigInt(id), wallet as `0x${string}`),
  }
}
