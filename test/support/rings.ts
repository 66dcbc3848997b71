import type { RingActInput, RingInput } from '../../core/trade/input.ts'
import { listCloset, putInCloset } from '../../db/closet/items.ts'
import { actOnRing } from '../../db/trade-rings/act.ts'
import { proposeRing } from '../../db/trade-rings/propose.ts'
import { readRing } from '../../db/trade-rings/read.ts'
import type { TestDatabase } from './database.ts'
import { addCatalog, type TestMember } from './members.ts'

/** Each has a pair that the next one wants, and the last one what the first wants. @returns the pairs, by closet item */
export async function fillAround({ app }: TestDatabase, members: readonly TestMember[]): Promise<string[]> {
  const now = new Date()
  const items: string[] = []
  for (const [place, { id: memberId }] of members.entries()) {
    const next = members[(place + 1) % members.length]
    const { sneakerId: sneaker_id } = await addCatalog(app)
    const pair = { sneaker_id, size: '10' }
    await putInCloset(app, { memberId, input: { side: 'have', ...pair, condition: 'new' }, now })
    if (next) await putInCloset(app, { memberId: next.id, input: { side: 'want', ...pair }, now })
    const mine = await listCloset(app, memberId)
    items.push(mine.find(({ side, sneaker }) => side === 'have' && sneaker.id === sneaker_id)?.id ?? '')
  }
  return items
}

type Three = readonly [TestMember, TestMember, TestMember]

/** A ring that the first of three proposes, and what they do about it. */
export async function openRing(
  database: TestDatabase,
  members: Three,
  { now, ...change }: Partial<RingInput> & { now: Date },
) {
  const { app } = database
  const [first] = members
  const items = await fillAround(database, members)
  const input = { items, bond: 0, answer_seconds: 3600, sending_seconds: 86_400, ...change }
  const id = await proposeRing(app, { memberId: first.id, input, now })
  const act = (by: TestMember, what: RingActInput, at = now) =>
    actOnRing(app, { id, memberId: by.id, input: what, now: at })
  const read = (by: TestMember = first, at = now) => readRing(app, { id, memberId: by.id, now: at })
  return { id, act, read, items }
}
