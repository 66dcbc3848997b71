import { encodeAbiParameters, type Hex, keccak256 } from 'viem'

export type SeedOptions = {
  /** What the beacon's round gives, 32 bytes. */
  randomness: Hex
  /** EIP-155. */
  chainId: number
  /** Address of the Raffle contract. */
  raffle: Hex
  id: bigint
}

const seedTypes = [
  { type: 'bytes32' },
  { type: 'uint256' },
  { type: 'address' },
  { type: 'uint256' },
] as const
const stepTypes = [{ type: 'bytes32' }, { type: 'uint256' }] as const

/** The seed of one raffle, as contracts/Draw.sol's seedOf. */
export function seedOf({ randomness, chainId, raffle, id }: SeedOptions): Hex {
  return keccak256(encodeAbiParameters(seedTypes, [randomness, BigInt(chainId), raffle, id]))
}

/**
 * The winning tickets of a drawn raffle in the order of the prizes, as contracts/Draw.sol's winners: the first cards of
 * a shuffled deck, of which only the moved ones are kept.
 * @param entries tickets sold, 0 to 2^32 - 1
 * @param prizes winners drawn when enough entered
 * @returns min(entries, prizes) distinct numbers below `entries`
 */
export function winnersOf(seed: Hex, entries: number, prizes: number): number[] {
  const moved = new Map<number, number>()
  const cardAt = (position: number) => moved.get(position) ?? position
  return Array.from({ length: Math.min(entries, prizes) }, (_, step) => {
    const random = BigInt(keccak256(encodeAbiParameters(stepTypes, [seed, BigInt(step)])))
    const position = step + Number(random % BigInt(entries - step))
    const card = cardAt(position)
    moved.set(position, cardAt(step))
    return card
  })
}
