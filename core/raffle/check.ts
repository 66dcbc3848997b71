import type { Hex } from 'viem'
import { roundAfter } from '../beacon/rounds.ts'
import { seedOf, winnersOf } from './draw.ts'

/** What a node tells of a drawn raffle; nothing of it is believed. */
export type RaffleFacts = {
  /** EIP-155. */
  chainId: number
  /** Address of the Raffle contract. */
  raffle: Hex
  id: bigint
  /** Of the beacon's contract: unix seconds of round 1, seconds between rounds. */
  clock: { genesis: number; period: number }
  /** RaffleCreated; closesAt in unix seconds. */
  created: { round: bigint; closesAt: number; winners: number }
  /** Entered. */
  entered: { ticket: number; member: Hex }[]
  /** Drawn. */
  drawn: { round: bigint; seed: Hex }
  /** What the contract answers: margin in seconds, winning tickets in the order of the prizes. */
  told: { margin: number; winners: number[]; entries: number }
}
/** place: from 0 */
export type Winner = { place: number; ticket: number; member: Hex | undefined }
export type Verdict = {
  /** As recomputed. */
  winners: Winner[]
  /** What does not fit, a sentence each; none when the draw is right. */
  differences: string[]
}

function* roundDifferences({ created, drawn, clock, told }: RaffleFacts) {
  const due = roundAfter(clock, created.closesAt + told.margin)
  if (created.round !== due)
    yield `The raffle was fixed to round ${created.round}; the first round after its close and margin is ${due}.`
  if (drawn.round !== created.round)
    yield `It was fixed to round ${created.round} and drawn with round ${drawn.round}.`
}

function* entryDifferences({ entered, told }: RaffleFacts) {
  if (entered.length !== told.entries)
    yield `The chain counts ${told.entries} entries, and tells of ${entered.length}.`
  const wrong = entered.findIndex(({ ticket }, turn) => ticket !== turn)
  if (wrong !== -1) yield `Entry ${wrong} got ticket ${entered[wrong]?.ticket}.`
  const members = new Set(entered.map(({ member }) => member.toLowerCase()))
  if (members.size !== entered.length) yield 'A member entered twice.'
}

function* winnerDifferences({ told }: RaffleFacts, winners: number[]) {
  const name = (ticket: number | undefined) => (ticket === undefined ? 'nobody' : `ticket ${ticket}`)
  const places = Math.max(told.winners.length, winners.length)
  for (let place = 0; place < places; place++) {
    const [ours, theirs] = [name(winners[place]), name(told.winners[place])]
    if (ours !== theirs) yield `Place ${place + 1}: the draw gives ${ours}, the chain says ${theirs}.`
  }
}

/**
 * Draws again and compares.
 * @param randomness of the raffle's round, verified against the key that the beacon's contract holds
 */
export function checkDraw(facts: RaffleFacts, randomness: Hex): Verdict {
  const { created, drawn, entered } = facts
  const seed = seedOf({ ...facts, randomness })
  const tickets = winnersOf(seed, entered.length, created.winners)
  const differences = [...roundDifferences(facts), ...entryDifferences(facts)]
  if (seed !== drawn.seed)
    differences.push(`The round gives seed ${seed}, the chain was drawn with ${drawn.seed}.`)
  differences.push(...winnerDifferences(facts, tickets))
  const winners = tickets.map((ticket, place) => ({ place, ticket, member: entered[ticket]?.member }))
  return { winners, differences }
}
