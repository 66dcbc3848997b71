import { type Address, type Channel, MOST_CHANNELS, urlOf } from '../../core/channel/shape.ts'
import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import { concat } from '../../core/vault/bytes.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db, Sql } from '../client.ts'
import { dropWaiting } from '../deliveries/drop.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { encryptJson, places } from '../vault/field.ts'
import { dataKey } from '../vault/key.ts'
import { type ChannelRow, channelColumns, toChannel } from './row.ts'

type Writing = {
  memberId: string
  label: string
  address: Address
  /** The URL of a browser's subscription that this one takes the place of. */
  replaces?: string | undefined
  /** Of a bridge: the group that it tells of. Its room is the caller's to look at. */
  groupId?: string
}

async function fingerprintOf(url: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(new TextEncoder().encode(url))))
}

async function requireRoom(tx: Db, memberId: string): Promise<void> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int4 as count from app.channel where member_id = ${memberId} and group_id is null`
  if ((row?.count ?? 0) < MOST_CHANNELS) return
  throw new Final({
    code: 'channel.too-many',
    message: `You have ${MOST_CHANNELS} channels already.`,
    fix: 'Remove one of them first.',
  })
}

/** A browser has one member at a time: whoever signed in last. */
async function takeFromOthers(
  tx: Db,
  { memberId, fingerprint }: { memberId: string; fingerprint: Uint8Array },
) {
  const rows = await tx<{ id: string }[]>`
    select id from app.channel where fingerprint = ${fingerprint} and kind = 'web-push' and member_id <> ${memberId}`
  for (const { id } of rows) await dropWaiting(tx, id, 'The browser has another member now.')
  await tx`
    delete from app.channel where fingerprint = ${fingerprint} and kind = 'web-push' and member_id <> ${memberId}`
}

async function idOf(
  tx: Db,
  { memberId, replaces, groupId }: Writing,
  fingerprint: Uint8Array,
): Promise<string | undefined> {
  const before = replaces === undefined ? fingerprint : await fingerprintOf(replaces)
  const [row] = await tx<{ id: string }[]>`
    select id from app.channel where member_id = ${memberId} and group_id is not distinct from ${groupId ?? null}::uuid
      and fingerprint in (${fingerprint}, ${before})
    order by fingerprint = ${fingerprint} desc limit 1`
  return row?.id
}

/** As `writeChannel`, in a transaction of the caller's. */
export async function writeChannelIn(tx: Db, ring: KeyRing, writing: Writing): Promise<Channel> {
  const { memberId, label, address, groupId } = writing
  const url = urlOf(address)
  const fingerprint = await fingerprintOf(url)
  await lockMember(tx, memberId)
  // Two members who sign in with one browser at once take turns.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`channel ${Buffer.from(fingerprint).toString('hex')}`}, 0))`
  if (address.kind === 'web-push') await takeFromOthers(tx, { memberId, fingerprint })
  const known = await idOf(tx, writing, fingerprint)
  if (known === undefined && groupId === undefined) await requireRoom(tx, memberId)
  const id = known ?? uuidv7()
  const sealed = await encryptJson(await dataKey(tx, ring, memberId), places.channel(id), address)
  const [row] = await tx<ChannelRow[]>`
    insert into app.channel (id, member_id, kind, label, host, sealed, fingerprint, group_id)
    values (${id}, ${memberId}, ${address.kind}, ${label}, ${new URL(url).host}, ${sealed}, ${fingerprint},
      ${groupId ?? null})
    on conflict (id) do update set kind = excluded.kind, label = excluded.label, host = excluded.host,
      sealed = excluded.sealed, fingerprint = excluded.fingerprint, problem = null, ended_at = null
    returning ${tx.unsafe(channelColumns)}`
  if (!row) throw new Error('an upsert returns its row')
  return toChannel(row)
}

/**
 * Makes an address a channel of the member's; one that is there already, or the one it takes the place of, is renewed. The
 * address goes into the vault.
 * @throws Final `channel.too-many`, `auth.required` of a member who has left, `vault.*`
 */
export async function writeChannel(sql: Sql, ring: KeyRing, writing: Writing): Promise<Channel> {
  return inTransaction(sql, (tx) => writeChannelIn(tx, ring, writing))
}
