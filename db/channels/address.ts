import { type Address, addressShape } from '../../core/channel/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'
import { openField, places } from '../vault/field.ts'
import { channelNotFound } from './remove.ts'

type Row = { memberId: string; encrypted: Uint8Array; wrapped: Uint8Array | null }

/**
 * Where a channel's messages go.
 * @param which with a member: only where the channel is theirs
 * @throws Final `channel.not-found`, `vault.*`
 */
export async function readAddress(
  db: Db,
  ring: KeyRing,
  { id, memberId }: { id: string; memberId?: string },
): Promise<Address> {
  const own = memberId === undefined ? db`` : db`and c.member_id = ${memberId}`
  const [row] = await db<Row[]>`
    select c.member_id as "memberId", c.sealed as encrypted, k.wrapped
    from app.channel c left join app.member_key k on k.member_id = c.member_id where c.id = ${id} ${own}`
  const address =
    row && (await openField(ring, addressShape, { ...row, place: places.channel(id), plain: null }))
  if (!address) throw channelNotFound()
  return address
}
