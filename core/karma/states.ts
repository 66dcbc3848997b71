/** The life of an award. `minted` and `reversed` are the ends; after `minted` only the member moves the karma. */
export const awardStates = {
  /** The act waits for enough other members to confirm it. */
  unconfirmed: ['maturing', 'challenged', 'capped', 'reversed'],
  /** Refused by a cap or a budget. A reversal can free a place for it, with what its act has been through meanwhile. */
  capped: ['unconfirmed', 'maturing', 'challenged', 'matured', 'needs-wallet', 'reversed'],
  /** Confirmed; the challenge window runs. */
  maturing: ['matured', 'needs-wallet', 'challenged', 'reversed'],
  /** Confirmed, and held longer than its window because a member disputes it. */
  challenged: ['maturing', 'matured', 'needs-wallet', 'reversed'],
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
  /** null until confirmed, and while capped */
  maturesAt: Date | null
  /** The end of the challenge window; null until confirmed. A challenge puts `maturesAt` off behind it. */
  readyAt: Date | null
  cappedBy: string | null
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
  if (facts.cappedBy) return 'capped'
  if (!facts.maturesAt) return 'unconfirmed'
  if (facts.maturesAt > facts.now)
    return facts.readyAt && facts.maturesAt > facts.readyAt ? 'challenged' : 'maturing'
  return facts.hasWallet ? 'matured' : 'needs-wallet'
}
