import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addCatalog, addMember, type TestMember } from '../../test/support/members.ts'
import { listCloset, putInCloset, takeFromCloset } from './items.ts'
import { suggestTrades } from './matches.ts'

const now = new Date('2026-11-20T12:00:00Z')
let database: TestDatabase
let ann: TestMember
let ben: TestMember
let cleo: TestMember
let count = 0

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  const next = (name: string) => addMember(database.app, `${name}_${count++}`)
  ;[ann, ben, cleo] = [await next('ann'), await next('ben'), await next('cleo')]
})

const pair = async () => (await addCatalog(database.app)).sneakerId
type Thing = { side: 'have' | 'want'; sneaker_id: string; size?: string }
const put = ({ id }: TestMember, { side, sneaker_id, size = '10' }: Thing) =>
  putInCloset(database.app, {
    ...{ memberId: id, now },
    input: side === 'have' ? { side, sneaker_id, size, condition: 'new' } : { side, sneaker_id, size },
  })
/** `from` has what `to` wants. */
async function gives(from: TestMember, to: TestMember, size = '10'): Promise<void> {
  const sneaker_id = await pair()
  await put(from, { side: 'have', sneaker_id, size })
  await put(to, { side: 'want', sneaker_id, size })
}
const around = async ({ id }: TestMember) =>
  (await suggestTrades(database.app, id)).map(({ steps }) => steps.map(({ from, to }) => `${from} > ${to}`))

test('a closet holds a pair in a size once, and changes what is said of it', async () => {
  const sneaker = await pair()
  await put(ann, { side: 'have', sneaker_id: sneaker })
  const input = { side: 'have', sneaker_id: sneaker, size: '10', condition: 'worn', note: 'Twice' } as const
  await putInCloset(database.app, { memberId: ann.id, input, now })
  const [item, ...more] = await listCloset(database.app, ann.id)
  expect([item, more]).toMatchObject([{ side: 'have', condition: 'worn', note: 'Twice' }, []])
  const id = item?.id ?? ''
  await expect(takeFromCloset(database.app, { id, memberId: ben.id })).rejects.toMatchObject({
    code: 'closet.not-found',
  })
  await takeFromCloset(database.app, { id, memberId: ann.id })
  expect(await listCloset(database.app, ann.id)).toEqual([])
})

test('two who have what the other wants in that size are suggested to each other', async () => {
  await gives(ann, ben)
  expect(await around(ann)).toEqual([])
  await gives(ben, ann, '9')
  expect(await around(ann)).toEqual([
    [`${ann.username} > ${ben.username}`, `${ben.username} > ${ann.username}`],
  ])
})

test('three who have what the next one wants are a ring', async () => {
  await gives(ann, ben)
  await gives(ben, cleo)
  await gives(cleo, ann)
  const [a, b, c] = [ann, ben, cleo].map(({ username }) => username)
  expect(await around(ann)).toEqual([[`${a} > ${b}`, `${b} > ${c}`, `${c} > ${a}`]])
  expect(await around(cleo)).toEqual([[`${c} > ${a}`, `${a} > ${b}`, `${b} > ${c}`]])
})

test('whom one blocks is suggested to neither', async () => {
  await gives(ann, ben)
  await gives(ben, ann)
  await database.app`
    insert into app.member_block (member_id, other_id, kind, created_at) values (${ben.id}, ${ann.id}, 'block', ${now})`
  expect([await around(ann), await around(ben)]).toEqual([[], []])
})
