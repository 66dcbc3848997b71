import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { inTransaction } from '../transaction.ts'
import { openAddress } from '../vault/address.ts'
import { encryptJson, places } from '../vault/field.ts'
import { dataKey, lockVault } from '../vault/key.ts'
import { findWon } from './find.ts'
import { tellOne } from './tell.ts'

export type Place = { raffleId: string; place: number }
export type Winning = Place & { memberId: string; now: Date }

function notWon(): Final {
  return new Final({
    code: 'raffle.not-won',
    message: 'No ticket of yours won this prize.',
    fix: 'Look at the raffle: it says which ticket won what.',
  })
}

const gone = (message: string, fix: string) => new Final({ code: 'raffle.prize', message, fix })

/** The plan whose prize the member won. @throws Final `raffle.not-found`, `raffle.not-won`, `raffle.prize` */
async function requireWon(tx: Db, { raffleId, place, memberId }: Winning): Promise<string> {
  const { planId, won } = await findWon(tx, raffleId)
  if (won.find((each) => each.place === place)?.memberId !== memberId) throw notWon()
  if (planId) return planId
  throw gone(
    'SNPD has no description of this raffle.',
    'Claim it on chain, and ask who opened it for the prize.',
  )
}

/** @throws Final `raffle.no-address`, `vault.*` */
async function requireAddress(tx: Db, ring: KeyRing, memberId: string): Promise<ShippingAddress> {
  const [row] = await tx<Parameters<typeof openAddress>[1][]>`
    select m.id, m.shipping_address, m.address_encrypted, k.wrapped
      from app.member m left join app.member_key k on k.member_id = m.id where m.id = ${memberId}`
  const address = row && (await openAddress(ring, row))
  if (address) return address
  throw new Final({
    code: 'raffle.no-address',
    message: 'SNPD does not know where to send it.',
    fix: 'Keep an address under You, Address; then ask for the prize.',
  })
}

async function ask(tx: Db, ring: KeyRing, winning: Winning): Promise<void> {
  const { place, memberId, now } = winning
  await lockVault(tx, memberId)
  const planId = await requireWon(tx, winning)
  const address = await requireAddress(tx, ring, memberId)
  // Anew where it was asked for before: what was sealed for one row opens in no other.
  const id = uuidv7(now.getTime())
  const sealed = await encryptJson(await dataKey(tx, ring, memberId), places.prize(id), address)
  const kept = await tx`
    insert into app.raffle_prize (id, plan_id, place, member_id, address_encrypted, asked_at)
      values (${id}, ${planId}, ${place}, ${memberId}, ${sealed}, ${now})
      on conflict (plan_id, place) do update set id = excluded.id, member_id = excluded.member_id,
        address_encrypted = excluded.address_encrypted, asked_at = excluded.asked_at
        where raffle_prize.sent_at is null`
  if (kept.count === 0) throw gone('It was sent already.', 'Write to its operator when it does not arrive.')
  await notifyApp(tx, { kind: 'raffle', plan_id: planId })
}

/**
 * Has a won prize sent to the member's address of this moment; its operator reads it once the claim is on chain.
 * @throws Final `raffle.not-found`, `raffle.not-won`, `raffle.no-address`, `raffle.prize`, `vault.*`
 */
export async function askForPrize(sql: Sql, ring: KeyRing, winning: Winning): Promise<void> {
  await inTransaction(sql, (tx) => ask(tx, ring, winning))
}

async function send(tx: Db, { raffleId, place, tracking, now }: Sending): Promise<void> {
  const { planId, won } = await findWon(tx, raffleId)
  const winner = won.find((each) => each.place === place)
  if (!winner?.claimed || !planId)
    throw gone('Its winner has not claimed it on chain.', 'Wait for the claim: then it shows the address.')
  const sent = await tx`
    update app.raffle_prize set sent_at = coalesce(sent_at, ${now}), tracking = ${tracking ?? null}
      where plan_id = ${planId} and place = ${place} and address_encrypted is not null`
  if (sent.count === 0) throw gone('Its winner has not said where it goes.', 'Wait for it: winners are told.')
  const { memberId } = winner
  if (memberId) await tellOne(tx, { raffleId: BigInt(raffleId), memberId, news: 'sent' })
  await notifyApp(tx, { kind: 'raffle', plan_id: planId })
}

export type Sending = Place & { tracking?: string | undefined; now: Date }

/** Notes that a prize left, and tells its winner. @throws Final `raffle.not-found`, `raffle.prize` */
export async function sendPrize(sql: Sql, sending: Sending): Promise<void> {
  await inTransaction(sql, (tx) => send(tx, sending))
}

/** Notes that it arrived. @throws Final `raffle.not-found`, `raffle.not-won`, `raffle.prize` */
export async function receivePrize(db: Db, winning: Winning): Promise<void> {
  const planId = await requireWon(db, winning)
  const done = await db`
    update app.raffle_prize set received_at = coalesce(received_at, ${winning.now})
      where plan_id = ${planId} and place = ${winning.place} and member_id = ${winning.memberId}
        and sent_at is not null`
  if (done.count === 0) throw gone('It was not sent yet.', 'You are told when it is.')
  await notifyApp(db, { kind: 'raffle', plan_id: planId })
}
