import { newNonce } from '../../core/auth/name.ts'
import { parseCell } from '../../core/cell/cell.ts'
import { Final } from '../../core/errors.ts'
import { keptGate, requireFounder } from '../../core/group/found.ts'
import type { Group, GroupInput } from '../../core/group/shape.ts'
import { slugOf } from '../../core/group/slug.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Db, Sql } from '../client.ts'
import { featureNow } from '../features/now.ts'
import { rulesNow } from '../karma/effective.ts'
import { levelOf } from '../karma/standing.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { addToGroup } from './add.ts'
import { readGroup } from './load.ts'
import { requireWords } from './words.ts'

export type Founding = { memberId: string; input: GroupInput; now: Date }

async function requireRoom(tx: Db, memberId: string): Promise<void> {
  const [row] = await tx<{ owned: number }[]>`
    select count(*)::int as owned from app.group_member where member_id = ${memberId} and role = 'owner'`
  const most = await featureNow(tx, 'app.groups.owned')
  if ((row?.owned ?? 0) < most) return
  throw new Final({
    code: 'group.too-many',
    message: `You own ${row?.owned} groups already, and ${most} is the most.`,
    fix: 'Hand one over to somebody else, or close it.',
  })
}

/** What both a new group and a renamed one are told. */
export function takenName(): Final {
  return new Final({
    code: 'group.name-taken',
    message: 'Another group has this name.',
    fix: 'Choose another name.',
  })
}

/** Of two who want one name at once the second waits, and sees what the first did. */
export async function lockName(tx: Db, name: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('group:' || lower(${name}), 0))`
}

/** @returns the id; undefined when the name or the slug is another group's */
async function insert(tx: Db, slug: string, { input, now }: Founding): Promise<string | undefined> {
  const { name, about, access, gate = null, city = null } = input
  const [row] = await tx<{ id: string }[]>`
    insert into app.cook_group (id, slug, name, about, access, gate, city, created_at)
    values (${uuidv7(now.getTime())}, ${slug}, ${name}, ${about}, ${access}, ${keptGate(access, gate)},
      ${city && parseCell(city, 'city')}, ${now})
    on conflict do nothing returning id`
  return row?.id
}

async function insertSomewhere(tx: Db, founding: Founding): Promise<{ id: string; slug: string }> {
  await lockName(tx, founding.input.name)
  const base = slugOf(founding.input.name)
  const own = newNonce().slice(0, 8)
  const slugs = base === undefined ? [`group-${own}`] : [base, `${base}-${own}`]
  for (const slug of slugs) {
    const id = await insert(tx, slug, founding)
    if (id !== undefined) return { id, slug }
  }
  throw takenName()
}

/**
 * Founds a group, whose owner the member is.
 * @throws Final as `requireWords`, `group.trust`, `group.too-many`, `group.name-taken`, `group.gate-text`, `cell.invalid`
 */
export async function foundGroup(sql: Sql, founding: Founding): Promise<Group> {
  const { memberId, now } = founding
  return inTransaction(sql, async (tx) => {
    await lockMember(tx, memberId)
    const { ruleset } = await rulesNow(tx)
    requireFounder(ruleset, await levelOf(tx, ruleset, { memberId, now }))
    await requireRoom(tx, memberId)
    await requireWords(tx, { memberId, texts: [founding.input.name, founding.input.about], now })
    const { id, slug } = await insertSomewhere(tx, founding)
    await addToGroup(tx, { groupId: id, memberId, role: 'owner', now })
    return readGroup(tx, { slug, memberId, now })
  })
}
