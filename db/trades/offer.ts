import { Final } from '../../core/errors.ts'
import type { OfferInput, PairInput } from '../../core/trade/input.ts'
import { otherSide, type Side } from '../../core/trade/ruling.ts'
import { type Hex, toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'
import { walletOwner } from '../members/wallets.ts'
import { passFilters } from '../moderation/pass.ts'
import { requireKnown } from '../posts/catalog.ts'

export type NewOffer = { tradeId: string; no: number; byId: string; side: Side; input: OfferInput; now: Date }

/** @throws Final `member.wallet-unknown` unless this wallet is the member's now */
export async function requireOwnWallet(tx: Db, memberId: string, wallet: string): Promise<void> {
  if ((await walletOwner(tx, wallet as Hex)) === memberId) return
  throw new Final({
    code: 'member.wallet-unknown',
    message: 'This wallet is not linked to the member who would put up the bond.',
    fix: 'Link it under You, Wallets, or choose another one.',
  })
}

/**
 * What both sides read at once is refused where it would wait for a moderator elsewhere.
 * @throws Final as `passFilters`
 */
export async function requireTradeWords(
  tx: Db,
  said: { memberId: string; text: string; now: Date },
): Promise<void> {
  if ((await passFilters(tx, said)) === 'pass') return
  throw new Final({
    code: 'moderation.filtered',
    message: 'Moderators look at such words first, and these would be shown at once.',
    fix: 'Write it in other words.',
  })
}

/** Two who trade see each other's words: who keeps out of the other's way does not. @throws Final `trade.blocked` */
export async function requireUnblocked(tx: Db, one: string, other: string): Promise<void> {
  const [blocked] = await tx`
    select 1 from app.member_block where kind = 'block'
      and (member_id, other_id) in ((${one}::uuid, ${other}::uuid), (${other}::uuid, ${one}::uuid)) limit 1`
  if (!blocked) return
  throw new Final({
    code: 'trade.blocked',
    message: 'You two do not trade: one of you blocks the other.',
    fix: 'Find somebody else; your closet has suggestions.',
  })
}

type Given = { giver: Side; pairs: readonly PairInput[] }

async function addItems(tx: Db, { tradeId, no }: NewOffer, { giver, pairs }: Given): Promise<void> {
  const rows = pairs.map((pair, place) => ({ trade_id: tradeId, no, place, giver, ...pair }))
  if (rows.length > 0) await tx`insert into app.trade_item ${tx(rows)}`
}

/**
 * Writes an offer down; the trade has to name it as the one that stands.
 * @throws Final `catalog.unknown`, `member.wallet-unknown`, as `requireTradeWords`
 */
export async function addOffer(tx: Db, offer: NewOffer): Promise<void> {
  const { tradeId, no, byId, side, input, now } = offer
  const { gives, asks, bond, wallet, answer_seconds, sending_seconds, note } = input
  const sneakerIds = [...new Set([...gives, ...asks].map(({ sneaker_id }) => sneaker_id))]
  await requireKnown(tx, { storeId: null, sneakerIds })
  // Also of an offer without a note: who is muted offers nothing.
  await requireTradeWords(tx, { memberId: byId, text: note ?? '', now })
  if (bond > 0 && wallet) await requireOwnWallet(tx, byId, wallet)
  await tx`insert into app.trade_offer ${tx({
    ...{ trade_id: tradeId, no, by_id: byId, bond, sending_seconds, note: note ?? null, created_at: now },
    wallet: bond > 0 && wallet ? toBytea(wallet as Hex) : null,
    answer_by: new Date(now.getTime() + answer_seconds * 1000),
  })}`
  await addItems(tx, offer, { giver: side, pairs: gives })
  await addItems(tx, offer, { giver: otherSide(side), pairs: asks })
}
