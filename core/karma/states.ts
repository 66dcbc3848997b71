/** The life of an award. `minted` and `reversed` are the ends; after `minted` only the member moves the karma. */
export const awardStates = {
  /** The act waits for enough other members to confirm it. */
  unconfirmed: ['maturing', 'reversed'],
  /** Confirmed; the challenge window runs. */
  maturing: ['matured', 'needs-wallet', 'reversed'],
  /** Due, and the member has no wallet to receive it. */
  'needs-wallet': ['matured', 'reversed'],
  /** Due; the settle worker takes it into its next batch. A wallet can be unlinked until then. */
  matured: ['minting', 'needs-wallet', 'reversed'],
  /** Its number is given and its batch frozen: it can no longer be reversed. */
  minting: ['minted'],
  /** The mirror shows it. A reorg can take that back: the facts then say `minting` until it is sent again. */
  minted: [],
  reversed: [],
} as const satisfies Record<string, readonly string[]>
export type AwardState = keyof typeof awardStates

export type AwardFacts = {
  /** null until confirmed */
  maturesAt: Date | null
  reversedAt: Date | null
  /** the on-chain number, null until frozen */
  awardId: bigint | null
  mirrored: boolean
  hasWallet: boolean
  now: Date
}

/** The state that the facts add up to; no state is stored, so none can disagree with them. Pure. */
export function awardState(facts: AwardFacts): AwardState {
  if (facts.reversedAt) return 'reversed'
  if (facts.awardId !== null) return facts.mirrored ? 'minted' : 'minting'
  if (!facts.maturesAt) return 'unconfirmed'
  if (facts.maturesAt > facts.now) return 'maturing'
  return facts.hasWallet ? 'matured' : 'needs-wallet'
}
