import type { Db } from '../client.ts'
import { type Asked, readGroup } from '../groups/load.ts'
import { closedTo } from '../groups/refuse.ts'

/**
 * Whether a member of the group wants to be told of its alerts. Whoever is in it is, until they say otherwise.
 * @throws Final `group.not-found`, `group.gate` of somebody who is not in it
 */
export async function setListening(db: Db, { on, ...asked }: Asked & { on: boolean }): Promise<void> {
  const group = await readGroup(db, asked)
  const changed = await db`
    update app.group_member set alerts = ${on} where group_id = ${group.id} and member_id = ${asked.memberId}`
  if (changed.count === 0) throw closedTo(group)
}
