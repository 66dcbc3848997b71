import type { Db } from '../client.ts'
import { dropWaiting } from '../deliveries/drop.ts'

type Which = { groupId: string; memberId?: string; id?: string }

/** Ends bridges of a group with what waits for them: all, those that one member made, or one. @returns how many */
export async function endBridgesOf(tx: Db, { groupId, memberId, id }: Which): Promise<number> {
  const maker = memberId === undefined ? tx`` : tx`and member_id = ${memberId}`
  const one = id === undefined ? tx`` : tx`and id = ${id}`
  // In one order, as who hands alerts out locks them.
  const rows = await tx<{ id: string }[]>`
    select id from app.channel where group_id = ${groupId} ${maker} ${one} order by id for update`
  for (const row of rows) await dropWaiting(tx, row.id, 'The bridge was taken down.')
  await tx`delete from app.channel where id = any(${rows.map((row) => row.id)}::uuid[])`
  return rows.length
}
