/** The two sides: who began the trade, and whom it was offered to. */
export const sides = ['maker', 'taker'] as const
export type Side = (typeof sides)[number]

export const otherSide = (side: Side): Side => (side === 'maker' ? 'taker' : 'maker')

/** Whose bond a ruling burns; without bonds, whose name it stands against. */
export const slashes = ['nobody', 'maker', 'taker', 'both'] as const
export type Slashed = (typeof slashes)[number]

const [NOBODY, PROPOSER, COUNTERPARTY, BOTH] = [0, 1, 2, 3]

/** A ruling as TradeEscrow.sol's Slash, which knows proposer and counterparty. @param proposer the side that put up its bond first */
export function slashCode(slashed: Slashed, proposer: Side): number {
  if (slashed === 'nobody') return NOBODY
  if (slashed === 'both') return BOTH
  return slashed === proposer ? PROPOSER : COUNTERPARTY
}

/** What the contract's Slash means here. */
export function slashedOf(code: number, proposer: Side): Slashed {
  if (code === PROPOSER) return proposer
  if (code === COUNTERPARTY) return otherSide(proposer)
  return code === BOTH ? 'both' : 'nobody'
}

/** Whether a ruling went against this side. */
export function isAgainst(slashed: Slashed, side: Side): boolean {
  return slashed === 'both' || slashed === side
}
