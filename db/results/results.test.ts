import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Group } from '../../core/group/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addFounder, found, joinAll } from '../../test/support/groups.ts'
import { addCatalog, addMember, type TestMember } from '../../test/support/members.ts'
import { noteResult } from './note.ts'
import { readResults } from './read.ts'
import { removeResult } from './remove.ts'

const now = new Date('2026-11-20T12:00:00Z')

let database: TestDatabase
let owner: TestMember
let ann: TestMember
let group: Group
let shop: { sneakerId: string; storeId: string }
let round = 0
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  round++
  owner = await addFounder(database, `owner_${round}`, now)
  ann = await addMember(database.app, `ann_${round}`)
  group = await found(database, { by: owner, name: `Winners ${round}`, now })
  await joinAll(database, group, { members: [ann], now })
  shop = await addCatalog(database.app)
})

const by = ({ id: memberId }: TestMember, at = now) => ({ slug: group.slug, memberId, now: at })
const say = (who: TestMember, outcome: 'win' | 'loss', at = now) =>
  noteResult(database.app, { ...by(who, at), input: { outcome, way: 'hand', store_id: shop.storeId } })
const board = (period: 'all' | 'week' = 'all') => readResults(database.app, { ...by(ann), period })

/** A checkout that has ended, walked by Nike's adapter. */
async function checkout({ id: memberId }: TestMember, outcome: Outcome): Promise<string> {
  const [dropId, id] = [uuidv7(), uuidv7()]
  await database.app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, ${dropId}, 'Drop', ${shop.sneakerId}, ${shop.storeId}, 'https://shop.example/p', 15000, 'USD',
      ${['10']}, ${now})`
  await database.app`
    insert into app.purchase_request (id, member_id, drop_id, size, max_total_minor, currency, mode, email, state,
      outcome, adapter)
    values (${id}, ${memberId}, ${dropId}, '10', 20000, 'USD', 'review', 'a@example.test', 'ordered',
      ${database.app.json(outcome)}, 'nike')`
  return id
}
const ordered: Outcome = {
  ...{ kind: 'ordered', number: 'N-1', total_minor: 15_000, currency: 'USD', evidence: 'Order N-1' },
}
const cite = (who: TestMember, request_id: string, at = now) =>
  noteResult(database.app, { ...by(who, at), input: { request_id } })

test('wins and losses are counted per shop and by what they were tried', async () => {
  await say(ann, 'win')
  await say(ann, 'loss')
  await say(owner, 'loss', new Date(now.getTime() + 1))
  await cite(ann, await checkout(ann, ordered), new Date(now.getTime() + 2))
  expect(await board()).toMatchObject({
    ...{ wins: 2, losses: 2 },
    lines: [
      { store: { id: shop.storeId }, adapter: 'hand', wins: 1, losses: 2, shown: 0 },
      { store: { id: shop.storeId }, adapter: 'nike', wins: 1, losses: 0, shown: 1 },
    ],
    items: [{ by: ann.username, shown: true, size: '10', me: true }, { by: owner.username }, {}, {}],
  })
})

test('a checkout is one’s own, won or lost, and on the board once', async () => {
  const won = await checkout(ann, ordered)
  await expect(cite(owner, won)).rejects.toMatchObject({ code: 'checkout.not-found' })
  const rehearsed = await checkout(ann, { kind: 'dry-run', total_minor: 1, currency: 'USD', detail: '' })
  await expect(cite(ann, rehearsed)).rejects.toMatchObject({ code: 'result.checkout' })
  expect(await cite(ann, won)).toMatchObject({ outcome: 'win', adapter: 'nike', sneaker: 'Marlow Court 84' })
  await expect(cite(ann, won)).rejects.toMatchObject({ code: 'result.checkout' })
})

test('a week’s board holds what was noted in it', async () => {
  await say(ann, 'win', new Date('2026-11-10T12:00:00Z'))
  await say(ann, 'loss')
  expect(await board('week')).toMatchObject({ wins: 0, losses: 1, items: [{ outcome: 'loss' }] })
  expect(await board()).toMatchObject({ wins: 1, losses: 1 })
})

test('one takes off one’s own, moderators anybody’s, and nobody else anything', async () => {
  const [mine, theirs] = [await say(ann, 'win'), await say(owner, 'win')]
  const off = (who: TestMember, id: string) => removeResult(database.app, { ...by(who), id })
  await expect(off(ann, theirs.id)).rejects.toMatchObject({ code: 'result.not-found' })
  await off(owner, mine.id)
  await off(owner, theirs.id)
  expect((await board()).items).toEqual([])
})

test('who is not in the group puts nothing on its board, and no shop that nobody knows is on it', async () => {
  const stranger = await addMember(database.app, `stranger_${round}`)
  await expect(say(stranger, 'win')).rejects.toMatchObject({ code: 'group.gate' })
  const input = { outcome: 'win' as const, way: 'hand' as const, store_id: uuidv7() }
  await expect(noteResult(database.app, { ...by(ann), input })).rejects.toMatchObject({
    code: 'catalog.unknown',
  })
})
