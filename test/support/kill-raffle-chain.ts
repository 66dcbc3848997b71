import { createPublicClient, type Hex, http } from 'viem'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import type { KillChain } from './kill-chain.ts'

/** A raffle as the chain itself tells it in the end. */
export type ToldRaffle = {
  id: bigint
  prizeHash: Hex
  /** As Raffle.sol numbers them. */
  state: number
  pot: bigint
  entered: Hex[]
  refunded: Hex[]
  /** Tickets, of a drawn one. */
  winners: number[]
  settled: bigint[]
  draws: number
}
/** Raffle.sol's. */
export const chainStates = { open: 1, cancelled: 2, expired: 3, drawn: 4, settled: 5 } as const

const isDrawn = (state: number) => state === chainStates.drawn || state === chainStates.settled

/** Every raffle of this run, in the chain's own words. */
export async function toldRaffles({ rpcUrl, deployment, floor }: KillChain): Promise<ToldRaffle[]> {
  const client = createPublicClient({ transport: http(rpcUrl), cacheTime: 0 })
  const contract = { address: deployment.raffle, abi: raffleAbi } as const
  const events = await client.getContractEvents({
    ...contract,
    ...{ fromBlock: BigInt(floor()), toBlock: 'latest', strict: true },
  })
  const created = events.flatMap((event) => (event.eventName === 'RaffleCreated' ? [event.args] : []))
  return Promise.all(
    created.map(async ({ id, prizeHash }): Promise<ToldRaffle> => {
      const { state, price, entries } = await client.readContract({
        ...{ ...contract, functionName: 'raffleOf', args: [id] },
      })
      const drawn = isDrawn(state)
        ? await client.readContract({ ...contract, functionName: 'winnersOf', args: [id] })
        : []
      const own = events.filter(({ args }) => 'id' in args && args.id === id)
      return {
        ...{ id, prizeHash, state, pot: price * BigInt(entries), winners: drawn.map(Number) },
        entered: own.flatMap((one) => (one.eventName === 'Entered' ? [one.args.member] : [])),
        refunded: own.flatMap((one) => (one.eventName === 'Refunded' ? [one.args.member] : [])),
        settled: own.flatMap((one) => (one.eventName === 'Settled' ? [one.args.amount] : [])),
        draws: own.filter(({ eventName }) => eventName === 'Drawn').length,
      }
    }),
  )
}

/** Karma that lies in the Raffle contract: wei. */
export async function staked({ rpcUrl, deployment }: KillChain): Promise<bigint> {
  const client = createPublicClient({ transport: http(rpcUrl), cacheTime: 0 })
  const args = [deployment.raffle] as const
  return client.readContract({ address: deployment.karma, abi: karmaAbi, functionName: 'balanceOf', args })
}
