import type { MemberExport } from '../../core/member/export.ts'
import { addressShape } from '../../core/member/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'
import { openField, places } from '../vault/field.ts'

type PrizeRow = {
  id: string
  plan_id: string
  place: number
  address_encrypted: Uint8Array | null
  wrapped: Uint8Array | null
  asked_at: Date
  sent_at: Date | null
  tracking: string | null
  received_at: Date | null
}

async function prizesOf(db: Db, ring: KeyRing, memberId: string): Promise<MemberExport['raffles']['prizes']> {
  const rows = await db<PrizeRow[]>`
    select p.id, p.plan_id, p.place, p.address_encrypted, k.wrapped, p.asked_at, p.sent_at, p.tracking, p.received_at
      from app.raffle_prize p left join app.member_key k on k.member_id = p.member_id
      where p.member_id = ${memberId} order by p.asked_at, p.plan_id, p.place`
  return Promise.all(
    rows.map(async ({ address_encrypted: encrypted, wrapped, ...row }) => ({
      ...{ plan_id: row.plan_id, place: row.place, tracking: row.tracking },
      asked_at: row.asked_at.toISOString(),
      sent_at: row.sent_at?.toISOString() ?? null,
      received_at: row.received_at?.toISOString() ?? null,
      address: await openField(ring, addressShape, {
        ...{ memberId, plain: null, encrypted, wrapped },
        place: places.prize(row.id),
      }),
    })),
  )
}

/** What SNPD keeps of a member's raffles; what the chain says of their wallets is public. @throws Final `vault.*` */
export async function exportRaffles(
  db: Db,
  ring: KeyRing,
  memberId: string,
): Promise<MemberExport['raffles']> {
  const plans = await db<{ id: string; title: string; created_at: Date }[]>`
    select id, title, created_at from app.raffle_plan where created_by = ${memberId} order by id`
  const news = await db<{ raffle_id: string; news: string; told_at: Date }[]>`
    select raffle_id::text as raffle_id, news, told_at from app.raffle_news
      where member_id = ${memberId} order by told_at, raffle_id, news`
  return {
    plans: plans.map(({ created_at, ...plan }) => ({ ...plan, created_at: created_at.toISOString() })),
    news: news.map(({ told_at, ...each }) => ({ ...each, told_at: told_at.toISOString() })),
    prizes: await prizesOf(db, ring, memberId),
  }
}

/** The raffles stay, and who won them on chain; whereto prizes went, and who described raffles, goes with the member. */
export async function forgetRaffles(tx: Db, memberId: string): Promise<void> {
  await tx`update app.raffle_plan set created_by = null where created_by = ${memberId}`
  await tx`delete from app.raffle_news where member_id = ${memberId}`
  await tx`
    update app.raffle_prize set member_id = null, address_encrypted = null, tracking = null where member_id = ${memberId}`
}
