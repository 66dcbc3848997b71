import { parseCell } from '../../core/cell/cell.ts'
import { keptGate } from '../../core/group/found.ts'
import type { Group, GroupChange } from '../../core/group/shape.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { lockName, takenName } from './found.ts'
import { type Asked, lockAsOwner, readGroup } from './load.ts'
import { requireWords } from './words.ts'

export type Changing = Asked & { memberId: string; change: GroupChange }

async function requireFree(tx: Db, { id }: Group, name: string): Promise<void> {
  await lockName(tx, name)
  const [other] = await tx`
    select 1 from app.cook_group where lower(name) = lower(${name}) and closed_at is null and id <> ${id}`
  if (other) throw takenName()
}

/** A gate that is kept is left out when the access becomes another. */
function gateOf(group: Group, { access = group.access, gate }: GroupChange): string | null {
  return keptGate(
    access,
    gate === undefined && access === 'gate' ? (group.gate?.text ?? null) : (gate ?? null),
  )
}

/**
 * Changes what a group is called, says, asks for or is near to. Members who do not have what it asks for now are refused from
 * here on; they are not removed.
 * @throws Final as `requireWords`, `group.not-found`, `group.role`, `group.name-taken`, `group.gate-text`, `cell.invalid`
 */
export async function changeGroup(sql: Sql, { change, ...asked }: Changing): Promise<Group> {
  return inTransaction(sql, async (tx) => {
    const group = await lockAsOwner(tx, asked)
    const { name = group.name, about = group.about, access = group.access, city = group.city } = change
    await requireFree(tx, group, name)
    await requireWords(tx, { ...asked, texts: [name, about] })
    await tx`
      update app.cook_group set name = ${name}, about = ${about}, access = ${access},
        gate = ${gateOf(group, change)}, city = ${city && parseCell(city, 'city')} where id = ${group.id}`
    return readGroup(tx, asked)
  })
}
