import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { RelayRequest } from '../../core/relay/request.ts'
import { isExpired } from '../../core/relay/states.ts'
import { type Hex, toBytea } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { lockMember } from '../members/lock.ts'
import { walletOwner } from '../members/wallets.ts'
import { requireFirstTicket } from '../raffles/once.ts'
import { inTransaction } from '../transaction.ts'
import { waitingNonces } from './waiting.ts'

export type Accepting = {
  memberId: string
  request: RelayRequest
  /** Contract and function. */
  call: string
  now: Date
}

/** Requests of one wallet that may wait at once. */
const MOST_WAITING = 8

/** @throws Final `relay.wallet` */
export async function requireOwnWallet(
  db: Db,
  { memberId, wallet }: { memberId: string; wallet: Hex },
): Promise<void> {
  if ((await walletOwner(db, wallet)) === memberId) return
  throw new Final({
    code: 'relay.wallet',
    message: 'This wallet is not linked to your account.',
    fix: 'Link it on your profile, or sign with a wallet that is.',
  })
}

function taken(): Final {
  return new Final({
    code: 'relay.nonce',
    message: 'A request of this wallet with this number is on its way already.',
    fix: 'Follow that one, or sign this with the number that GET /api/relay/nonce tells.',
  })
}

/** @throws Final `relay.too-many`, `relay.nonce` */
async function requireRoom(tx: Db, { request, now }: Accepting): Promise<void> {
  const waiting = await waitingNonces(tx, { wallet: request.from, now })
  if (waiting.includes(request.nonce)) throw taken()
  if (waiting.length >= MOST_WAITING)
    throw new Final({
      code: 'relay.too-many',
      message: `${waiting.length} requests of this wallet wait already.`,
      fix: 'Wait until they are through, then send this one again.',
    })
}

/**
 * One with this number that ran out of time or was refused makes room: the chain says that its number is free. One that the
 * mirror shows carried out does not: a reorg has just taken its block, and it will be carried out again.
 * @throws Final `relay.nonce`
 */
async function makeRoom(tx: Db, { request: { from, nonce }, now }: Accepting): Promise<void> {
  const [old] = await tx<{ id: string; deadline: Date; is_refused: boolean }[]>`
    select id, deadline, refusal is not null as is_refused from app.relay_request
      where from_address = ${toBytea(from)} and nonce = ${String(nonce)} and outcome is null`
  if (!old) return
  if (!old.is_refused && !isExpired({ deadline: old.deadline, now })) throw taken()
  const outcome = old.is_refused ? 'refused' : 'expired'
  await tx`update app.relay_request set outcome = ${outcome}, told = ${outcome} where id = ${old.id}`
}

async function accept(tx: Db, accepting: Accepting): Promise<string> {
  const { memberId, request, call, now } = accepting
  // A wallet is one member's, so two requests of one wallet take turns from here on.
  await lockMember(tx, memberId)
  await requireOwnWallet(tx, { memberId, wallet: request.from })
  await requireFirstTicket(tx, accepting)
  await requireRoom(tx, accepting)
  await makeRoom(tx, accepting)
  const id = uuidv7(now.getTime())
  await tx`
    insert into app.relay_request
      (id, member_id, chain_id, from_address, to_address, gas, nonce, deadline, data, signature, call, created_at)
    values (${id}, ${memberId}, ${request.chain_id}, ${toBytea(request.from)}, ${toBytea(request.to)},
      ${String(request.gas)}, ${String(request.nonce)}, to_timestamp(${request.deadline}), ${toBytea(request.data)},
      ${toBytea(request.signature)}, ${call}, ${now})`
  await notifyApp(tx, { kind: 'relay', request_id: id, member_id: memberId })
  return id
}

/**
 * Writes a request down that was found good: from here on it is sent.
 * @returns its id
 * @throws Final `relay.wallet`, `raffle.entered`, `relay.nonce` (its number is taken), `relay.too-many`, `auth.required`
 */
export async function acceptRequest(sql: Sql, accepting: Accepting): Promise<string> {
  return inTransaction(sql, (tx) => accept(tx, accepting))
}
