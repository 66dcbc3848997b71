import { isAtLeast, type Role } from '../../core/member/role.ts'
import { actsOf } from '../../core/trade/acts.ts'
import type { Trade } from '../../core/trade/shape.ts'
import type { Db } from '../client.ts'
import { roleOf } from '../members/role.ts'
import { type InTrade, noTrade, notAParty } from './lock.ts'
import { evidenceOf, itemsOf, type JuryRow, juriesOf, offersOf, storiesOf } from './parts.ts'
import { reputationsOf } from './reputation.ts'
import { type TradeRow, tradeRows } from './row.ts'
import { sideOf, standingOf } from './standing.ts'
import { disputeView, escrowView, offerView, partyViews, rulingView } from './view.ts'

/** Who reads the trades, and when. */
export type TradeReader = { memberId: string; now: Date }

type Parts = Awaited<ReturnType<typeof partsOf>>

async function partsOf(db: Db, rows: readonly TradeRow[]) {
  const ids = rows.map(({ id }) => id)
  const members = [...new Set(rows.flatMap(({ makerId, takerId }) => [makerId, takerId]))]
  const [offers, items, stories, photos, juries, reputations] = await Promise.all([
    offersOf(db, ids),
    itemsOf(db, ids),
    storiesOf(db, ids),
    evidenceOf(db, ids),
    juriesOf(db, ids),
    reputationsOf(db, members),
  ])
  return { offers, items, stories, photos, juries, reputations }
}

const seatOf = (jury: JuryRow | undefined, memberId: string) =>
  jury?.votes.find(({ member_id }) => member_id === memberId)

type Seen = { row: TradeRow; parts: Parts; reader: TradeReader; role: Role }

function mayOf({ row, parts, reader: { memberId, now }, role }: Seen): Trade['may'] {
  const standing = standingOf(row, now)
  const side = sideOf(row, memberId)
  if (side) return actsOf(standing, side)
  if (standing.state !== 'disputed') return []
  const jury = parts.juries.find(({ tradeId }) => tradeId === row.id)
  const seat = seatOf(jury, memberId)
  const acts: Trade['may'] = seat && seat.vote === null && !jury?.verdict ? ['vote'] : []
  return isAtLeast(role, 'moderator') && !standing.bonded ? [...acts, 'rule'] : acts
}

function viewOf(seen: Seen): Trade {
  const { row, parts, reader } = seen
  const standing = standingOf(row, reader.now)
  const of = <Part extends { tradeId: string }>(all: readonly Part[]) =>
    all.filter(({ tradeId }) => tradeId === row.id)
  const items = of(parts.items)
  const parties = partyViews(row, standing, parts.reputations)
  return {
    ...{ id: row.id, state: standing.state, mine: sideOf(row, reader.memberId), may: mayOf(seen) },
    ...parties({ stories: of(parts.stories), photos: of(parts.photos) }),
    offers: of(parts.offers).map((offer) => offerView(row, offer, items)),
    created_at: row.createdAt.toISOString(),
    agreed_at: row.answer === 'accepted' ? (row.answeredAt?.toISOString() ?? null) : null,
    confirm_by: row.confirmBy?.toISOString() ?? null,
    escrow: escrowView(row, standing),
    dispute: disputeView(row, of(parts.juries)[0]),
    ruling: rulingView(row),
  }
}

/** These trades as this reader sees them, in the order asked for. Whether they may is the caller's to have asked. */
export async function loadTrades(db: Db, ids: readonly string[], reader: TradeReader): Promise<Trade[]> {
  if (ids.length === 0) return []
  const rows = await tradeRows(db, ids)
  const parts = await partsOf(db, rows)
  const role = await roleOf(db, reader.memberId)
  return ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id)
    return row ? [viewOf({ row, parts, reader, role })] : []
  })
}

/** Whether somebody who is no side of it decides, or decided, its dispute. */
async function isJudge(db: Db, { id, memberId }: InTrade): Promise<boolean> {
  const [seat] = await db`select 1 from app.trade_juror where trade_id = ${id} and member_id = ${memberId}`
  return seat !== undefined
}

/** Whether somebody may read a trade: its two sides, and of a dispute its jury and moderators. */
export async function seesTrade(db: Db, asked: InTrade): Promise<boolean> {
  return (await findTrade(db, asked)).trade !== undefined
}

async function findTrade(db: Db, asked: InTrade): Promise<{ trade?: Trade; exists: boolean }> {
  const [trade] = await loadTrades(db, [asked.id], asked)
  if (!trade) return { exists: false }
  if (trade.mine || (await isJudge(db, asked))) return { trade, exists: true }
  const isArbiter = trade.dispute !== null && isAtLeast(await roleOf(db, asked.memberId), 'moderator')
  return isArbiter ? { trade, exists: true } : { exists: true }
}

/**
 * One trade, for its two sides, and of a dispute for its jury and for moderators.
 * @throws Final `trade.not-found`, `trade.not-yours`
 */
export async function readTrade(db: Db, asked: InTrade): Promise<Trade> {
  const { trade, exists } = await findTrade(db, asked)
  if (trade) return trade
  throw exists ? notAParty() : noTrade()
}
