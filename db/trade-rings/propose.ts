import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { RingInput } from '../../core/trade/input.ts'
import { MOST_RINGS } from '../../core/trade/limits.ts'
import { type Hex, toBytea } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { requireOwnWallet, requireTradeWords, requireUnblocked } from '../trades/offer.ts'
import { inTransaction } from '../transaction.ts'
import { tellRing } from './tell.ts'

export type NewRing = { memberId: string; input: RingInput; now: Date }

type Item = { member_id: string; sneaker_id: string; size: string; condition: 'new' | 'tried' | 'worn' }

/** The pairs, in the order they are asked for, with who gives each; only those whose next one wants it. */
async function wantedAround(tx: Db, ids: readonly string[]): Promise<Item[]> {
  return tx<Item[]>`
    select i.member_id, i.sneaker_id, i.size, i.condition
    from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place)
    join app.closet_item i on i.id = asked.id and i.side = 'have'
    join unnest(${[...ids]}::uuid[]) with ordinality as after (id, place) on after.place = asked.place % 3 + 1
    join app.closet_item theirs on theirs.id = after.id
    where exists (
      select from app.closet_item w where w.member_id = theirs.member_id and w.side = 'want'
        and w.sneaker_id = i.sneaker_id and w.size = i.size)
    order by asked.place`
}

/** @throws Final `trade.ring` unless this is a ring of three, from the member on, as closets are now */
async function requireRing(tx: Db, { memberId, input }: NewRing): Promise<Item[]> {
  const found = await wantedAround(tx, input.items)
  const members = found.map(({ member_id }) => member_id)
  if (found.length === 3 && new Set(members).size === 3 && members[0] === memberId) return found
  throw new Final({
    code: 'trade.ring',
    message: 'This is no ring of three that begins with you: each has to want what the one before gives.',
    fix: 'Load your closet again; its suggestions are of closets as they are now.',
  })
}

/** @throws Final `trade.too-many` */
async function requireRoom(tx: Db, { memberId, now }: NewRing): Promise<void> {
  const [row] = await tx<{ open: number }[]>`
    select count(*)::int as open from app.trade_ring r
    where r.proposed_by = ${memberId} and r.called_off_at is null and r.answer_by > ${now}
      and exists (select from app.trade_ring_leg l where l.ring_id = r.id and l.trade_id is null)`
  if ((row?.open ?? 0) < MOST_RINGS) return
  throw new Final({
    code: 'trade.too-many',
    message: `${MOST_RINGS} rings that you proposed wait for the others.`,
    fix: 'Call one off first.',
  })
}

async function requireAllUnblocked(tx: Db, [one, other, third]: readonly string[]): Promise<void> {
  if (!one || !other || !third) return
  await requireUnblocked(tx, one, other)
  await requireUnblocked(tx, other, third)
  await requireUnblocked(tx, third, one)
}

async function write(tx: Db, { memberId, input, now }: NewRing, legs: readonly Item[]): Promise<string> {
  const { bond, wallet, answer_seconds, sending_seconds } = input
  const id = uuidv7(now.getTime())
  const answer_by = new Date(now.getTime() + answer_seconds * 1000)
  await tx`insert into app.trade_ring ${tx({
    ...{ id, proposed_by: memberId, bond, answer_by, sending_seconds, created_at: now },
  })}`
  const rows = legs.map(({ member_id: giver_id, ...pair }, place) => ({
    ...{ ring_id: id, place, giver_id, ...pair },
    joined_at: giver_id === memberId ? now : null,
    wallet: giver_id === memberId && bond > 0 && wallet ? toBytea(wallet as Hex) : null,
  }))
  await tx`insert into app.trade_ring_leg ${tx(rows)}`
  return id
}

async function propose(tx: Db, ring: NewRing): Promise<string> {
  const { memberId, input, now } = ring
  await lockMember(tx, memberId)
  const legs = await requireRing(tx, ring)
  const members = legs.map(({ member_id }) => member_id)
  await requireAllUnblocked(tx, members)
  await requireRoom(tx, ring)
  // Who is muted proposes nothing.
  await requireTradeWords(tx, { memberId, text: '', now })
  if (input.bond > 0 && input.wallet) await requireOwnWallet(tx, memberId, input.wallet)
  const ringId = await write(tx, ring, legs)
  await tellRing(tx, { ringId, by: memberId, members, state: 'ring-offered' })
  return ringId
}

/**
 * Proposes a ring of three to the two others; who proposes is in.
 * @returns its id
 * @throws Final `trade.ring`, `trade.blocked`, `trade.too-many`, `member.wallet-unknown`, as `requireTradeWords`, `auth.required`
 */
export async function proposeRing(sql: Sql, ring: NewRing): Promise<string> {
  return inTransaction(sql, (tx) => propose(tx, ring))
}
