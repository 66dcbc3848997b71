import { Final } from '../../core/errors.ts'
import { karma } from '../../core/karma/amount.ts'
import { requireAct } from '../../core/trade/acts.ts'
import type { OfferInput } from '../../core/trade/input.ts'
import { BOND_WINDOW, MOST_OFFERS } from '../../core/trade/limits.ts'
import { escrowId, termsHash, termsText, unixSeconds } from '../../core/trade/terms.ts'
import { type Hex, toBytea, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import type { InTrade, Locked } from './lock.ts'
import { addOffer, requireOwnWallet, requireUnblocked } from './offer.ts'
import { readTerms } from './terms.ts'

/** Nobody answers an offer that they have not seen. @throws Final `trade.changed` */
function requireSeen({ row }: Locked, offer: number): void {
  if (row.offerNo === offer) return
  throw new Final({
    code: 'trade.changed',
    message: 'Another offer stands now.',
    fix: 'Load the trade again and look at it.',
  })
}

export type Answer = InTrade & { locked: Locked; offer: number }

/** Says no, or takes the own offer back. @throws Final as `requireAct`, `trade.changed` */
export async function endOffer(tx: Db, { locked, offer, id, now }: Answer, as: 'decline' | 'withdraw') {
  requireAct(as, locked.standing, locked.side)
  requireSeen(locked, offer)
  const answer = as === 'decline' ? 'declined' : 'withdrawn'
  await tx`update app.trade set answer = ${answer}, answered_at = ${now} where id = ${id}`
}

/** Answers with an offer of one's own. @throws Final as `requireAct`, `trade.changed`, `trade.too-many`, as `addOffer` */
export async function counterOffer(tx: Db, answer: Answer, input: OfferInput): Promise<void> {
  const { locked, offer, id, memberId, now } = answer
  const { row, side } = locked
  requireAct('counter', locked.standing, side)
  requireSeen(locked, offer)
  if (row.offerNo >= MOST_OFFERS)
    throw new Final({
      code: 'trade.too-many',
      message: `${MOST_OFFERS} offers went back and forth here.`,
      fix: 'Accept this one or decline it, and begin anew.',
    })
  await requireUnblocked(tx, row.makerId, row.takerId)
  await addOffer(tx, { tradeId: id, no: row.offerNo + 1, byId: memberId, side, input, now })
  await tx`update app.trade set offer_no = ${row.offerNo + 1} where id = ${id}`
}

/** To the second, as the contract counts. */
const secondsAfter = (now: Date, seconds: number) => new Date((unixSeconds(now) + seconds) * 1000)

type Bonding = Answer & { wallet: string | undefined; confirmBy: Date; bondBy: Date }

type Bonds = Record<string, Buffer | Date | string>

/** What both will put up, under which id the contract will know it. */
async function bondsOf(tx: Db, { locked, wallet, memberId, confirmBy, bondBy }: Bonding): Promise<Bonds> {
  const { row } = locked
  if (row.bond === 0 || !row.offerWallet) return {}
  if (wallet === undefined)
    throw new Final({
      code: 'trade.wallet',
      message: `This trade has a bond of ${row.bond} karma from each side.`,
      fix: 'Name the wallet that puts up yours.',
    })
  await requireOwnWallet(tx, memberId, wallet)
  const proposer = toHex(row.offerWallet)
  await requireOwnWallet(tx, row.offerBy, proposer)
  const terms = await readTerms(tx, row)
  const escrow = {
    ...{ proposer, counterparty: wallet as Hex, bond: karma(row.bond) },
    ...{ acceptBy: bondBy, confirmBy, termsHash: termsHash(terms) },
  }
  return {
    ...{ escrow_id: toBytea(escrowId(escrow)), terms_hash: toBytea(escrow.termsHash) },
    ...{ proposer_address: toBytea(proposer), counterparty_address: toBytea(escrow.counterparty) },
    ...{ bond_by: bondBy, terms: termsText(terms) },
  }
}

/**
 * Agrees to the offer that stands. With a bond nothing is owed yet: both put theirs up on chain first, within a day.
 * @throws Final as `requireAct`, `trade.changed`, `trade.wallet`, `trade.blocked`, `member.wallet-unknown`
 */
export async function acceptOffer(tx: Db, answer: Answer, wallet: string | undefined): Promise<void> {
  const { locked, offer, id, now } = answer
  requireAct('accept', locked.standing, locked.side)
  requireSeen(locked, offer)
  const { makerId, takerId, bond, sendingSeconds } = locked.row
  await requireUnblocked(tx, makerId, takerId)
  const bondBy = secondsAfter(now, BOND_WINDOW)
  const confirmBy = secondsAfter(now, sendingSeconds + (bond > 0 ? BOND_WINDOW : 0))
  const bonds = await bondsOf(tx, { ...answer, wallet, confirmBy, bondBy })
  await tx`
    update app.trade set ${tx({ answer: 'accepted', answered_at: now, confirm_by: confirmBy, ...bonds })}
    where id = ${id}`
}
