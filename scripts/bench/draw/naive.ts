import { encodeAbiParameters, type Hex, keccak256 } from 'viem'

const stepTypes = [{ type: 'bytes32' }, { type: 'uint256' }] as const

/** The same winners by shuffling the list of all tickets, as one would write it down first. */
export function naiveWinners(seed: Hex, entries: number, prizes: number): number[] {
  const deck = Array.from({ length: entries }, (_, ticket) => ticket)
  for (let step = 0; step < Math.min(entries, prizes); step++) {
    const random = BigInt(keccak256(encodeAbiParameters(stepTypes, [seed, BigInt(step)])))
    const position = step + Number(random % BigInt(entries - step))
    const [card = 0, here = 0] = [deck[position], deck[step]]
    deck[position] = here
    deck[step] = card
  }
  return deck.slice(0, Math.min(entries, prizes))
}
