import type { Group, GroupInput } from '../../core/group/shape.ts'
import { karma } from '../../core/karma/amount.ts'
import { toBytea } from '../../db/bytes.ts'
import { foundGroup } from '../../db/groups/found.ts'
import { joinGroup } from '../../db/groups/join.ts'
import type { TestDatabase } from './database.ts'
import { addMember, type TestMember } from './members.ts'
import { giveThePast } from './minted.ts'

/** Somebody of the trust that founding asks for. */
export async function addFounder(database: TestDatabase, name: string, now: Date): Promise<TestMember> {
  const member = await addMember(database.app, name)
  await giveThePast(database, member, { earned: karma(50), days: 7, now })
  return member
}

/** What the mirror says that a wallet holds, wei. */
export async function setHeld({ indexer }: TestDatabase, { wallet }: TestMember, wei: bigint): Promise<void> {
  await indexer`
    insert into chain.account (address, balance) values (${toBytea(wallet)}, ${String(wei)})
    on conflict (address) do update set balance = excluded.balance`
}

type Founding = Partial<GroupInput> & { by: TestMember; name: string; now: Date }

/** A group as its founder sees it. */
export function found({ app }: TestDatabase, { by, now, ...input }: Founding): Promise<Group> {
  const whole = { about: 'We share what we see.', access: 'open' as const, ...input }
  return foundGroup(app, { memberId: by.id, input: whole, now })
}

/** These join, one after the other. */
export async function joinAll(
  { app }: TestDatabase,
  { slug }: Group,
  { members, now }: { members: readonly TestMember[]; now: Date },
): Promise<void> {
  for (const { id: memberId } of members) await joinGroup(app, { slug, memberId, now })
}
