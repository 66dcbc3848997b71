import { Final } from '../../core/errors.ts'
import type { RingActInput } from '../../core/trade/input.ts'
import { requireOpen } from '../../core/trade/ring.ts'
import { type Hex, toBytea } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { requireOwnWallet, requireTradeWords } from '../trades/offer.ts'
import { inTransaction } from '../transaction.ts'
import { makeTrades } from './agree.ts'
import { noRing, notInRing } from './read.ts'
import { type LegRow, type RingRow, ringRows, stateOf } from './row.ts'
import { tellRing } from './tell.ts'

export type RingActing = { id: string; memberId: string; input: RingActInput; now: Date }

type Locked = { ring: RingRow; mine: LegRow }

async function load(tx: Db, { id, memberId }: RingActing): Promise<Locked> {
  const [ring] = await ringRows(tx, [id])
  if (!ring) throw noRing()
  const mine = ring.legs.find(({ giverId }) => giverId === memberId)
  if (!mine) throw notInRing()
  return { ring, mine }
}

/** Locks a ring until the transaction ends: the three take turns. @throws Final `trade.not-found`, `trade.not-yours`, as `requireOpen` */
async function lockRing(tx: Db, acting: RingActing): Promise<Locked> {
  await lockMember(tx, acting.memberId)
  await tx`select 1 from app.trade_ring where id = ${acting.id} for update`
  const locked = await load(tx, acting)
  requireOpen(stateOf(locked.ring, acting.now))
  return locked
}

/** @throws Final `trade.wallet`, `member.wallet-unknown` */
async function requireBond(
  tx: Db,
  { bond }: RingRow,
  { memberId, wallet }: { memberId: string; wallet?: string | undefined },
) {
  if (bond === 0) return
  if (wallet === undefined)
    throw new Final({
      code: 'trade.wallet',
      message: `This ring has a bond of ${bond} karma from each side of each trade.`,
      fix: 'Name the wallet that puts up yours.',
    })
  await requireOwnWallet(tx, memberId, wallet)
}

async function join(tx: Db, acting: RingActing, wallet: string | undefined): Promise<void> {
  const { id, memberId, now } = acting
  const { ring, mine } = await lockRing(tx, acting)
  if (mine.joinedAt)
    throw new Final({
      code: 'trade.twice',
      message: 'You joined this ring before.',
      fix: 'Nothing is left for you to do here; wait for the others.',
    })
  await requireTradeWords(tx, { memberId, text: '', now })
  await requireBond(tx, ring, { memberId, wallet })
  const bytes = ring.bond > 0 && wallet ? toBytea(wallet as Hex) : null
  await tx`
    update app.trade_ring_leg set joined_at = ${now}, wallet = ${bytes} where ring_id = ${id} and giver_id = ${memberId}`
  const { ring: joined } = await load(tx, acting)
  const isWhole = joined.legs.every(({ joinedAt }) => joinedAt !== null)
  if (isWhole) await makeTrades(tx, joined, now)
  const members = ring.legs.map(({ giverId }) => giverId)
  await tellRing(tx, { ringId: id, by: memberId, members, ...(isWhole ? { state: 'ring-agreed' } : {}) })
}

/** Calls an open ring off, in the caller's transaction. */
export async function endRing(
  tx: Db,
  { ring, by, now }: { ring: RingRow; by: string; now: Date },
): Promise<void> {
  await tx`update app.trade_ring set called_off_at = ${now} where id = ${ring.id}`
  const members = ring.legs.map(({ giverId }) => giverId)
  await tellRing(tx, { ringId: ring.id, by, members, state: 'ring-off' })
}

async function callOff(tx: Db, acting: RingActing): Promise<void> {
  const { ring } = await lockRing(tx, acting)
  await endRing(tx, { ring, by: acting.memberId, now: acting.now })
}

/**
 * One of the three joins a ring, or calls it off; with the third one it is three trades, all of them or none.
 * @throws Final `trade.*`, `member.wallet-unknown`, `auth.required`, and what making the trades refuses
 */
export async function actOnRing(sql: Sql, acting: RingActing): Promise<void> {
  const { input } = acting
  await inTransaction(sql, (tx) =>
    input.act === 'join' ? join(tx, acting, input.wallet) : callOff(tx, acting),
  )
}
