import { addressShape, type ShippingAddress } from '../../core/member/shape.ts'
import { prizeOf } from '../../core/raffle/prize.ts'
import type { OperatorPrize, OwnPrize } from '../../core/raffle/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'
import { openField, places } from '../vault/field.ts'
import { findWon, type Won } from './find.ts'

type Row = {
  id: string
  place: number
  member_id: string | null
  address_encrypted: Uint8Array | null
  wrapped: Uint8Array | null
  asked_at: Date
  sent_at: Date | null
  tracking: string | null
  received_at: Date | null
}

async function rowsOf(db: Db, planId: string | null): Promise<Map<number, Row>> {
  const rows = await db<Row[]>`
    select p.id, p.place, p.member_id, p.address_encrypted, k.wrapped, p.asked_at, p.sent_at, p.tracking, p.received_at
      from app.raffle_prize p left join app.member_key k on k.member_id = p.member_id
      where p.plan_id = ${planId}::uuid order by p.place`
  return new Map(rows.map((row) => [row.place, row]))
}

const iso = (time: Date | null | undefined) => time?.toISOString() ?? null

function stateOf(row: Row | undefined): OwnPrize['state'] {
  if (!row) return 'waiting'
  if (row.received_at) return 'received'
  return row.sent_at ? 'sent' : 'asked'
}

function toOwn({ prizes }: Pick<Won, 'prizes'>, place: number, row: Row | undefined): OwnPrize {
  return {
    ...{ place, prize: prizeOf(prizes, place)?.title ?? null, state: stateOf(row) },
    ...{ asked_at: iso(row?.asked_at), sent_at: iso(row?.sent_at), received_at: iso(row?.received_at) },
    tracking: row?.tracking ?? null,
  }
}

/** What the member won in a raffle, and how far it is. @throws Final `raffle.not-found` */
export async function listOwnPrizes(
  db: Db,
  { raffleId, memberId }: { raffleId: string; memberId: string },
): Promise<OwnPrize[]> {
  const found = await findWon(db, raffleId)
  const rows = await rowsOf(db, found.planId)
  const own = found.won.filter((each) => each.memberId === memberId)
  return own.map(({ place }) => toOwn(found, place, rows.get(place)))
}

/** Only what was claimed on chain has an address to read. @throws Final `vault.*` */
async function addressOf(ring: KeyRing, row: Row | undefined): Promise<ShippingAddress | null> {
  if (!row?.member_id || !row.address_encrypted) return null
  const { member_id: memberId, address_encrypted: encrypted, wrapped } = row
  const field = { memberId, place: places.prize(row.id), plain: null, encrypted, wrapped }
  return openField(ring, addressShape, field)
}

/** Every prize of a raffle as its operator needs it. @throws Final `raffle.not-found`, `vault.*` */
export async function listPrizes(db: Db, ring: KeyRing, raffleId: string): Promise<OperatorPrize[]> {
  const found = await findWon(db, raffleId)
  const rows = await rowsOf(db, found.planId)
  const members = await db<{ id: string; username: string | null }[]>`
    select id, username from app.member where id = any(${found.won.flatMap((each) => each.memberId ?? [])}::uuid[])`
  const names = new Map(members.map(({ id, username }) => [id, username]))
  return Promise.all(
    found.won.map(async ({ place, wallet, memberId, claimed }) => {
      const row = rows.get(place)
      return {
        ...toOwn(found, place, row),
        ...{ wallet, claimed, username: (memberId && names.get(memberId)) ?? null },
        address: claimed ? await addressOf(ring, row) : null,
      }
    }),
  )
}
