import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, type TestMember } from '../../test/support/members.ts'
import { inTransaction } from '../transaction.ts'
import { createPost } from './create.ts'
import { forgetPosts } from './forget.ts'
import { likePost } from './like.ts'
import { loadPosts } from './load.ts'
import { replyTo } from './reply.ts'
import { takeBack } from './take-back.ts'
import { votePost } from './vote.ts'

const now = new Date('2026-11-23T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
let database: TestDatabase
let ana: TestMember
let ben: TestMember
let cleo: TestMember

beforeAll(async () => {
  database = await createDatabase()
  ana = await addMember(database.app, 'ana')
  ben = await addMember(database.app, 'ben')
  cleo = await addMember(database.app, 'cleo')
})
afterAll(() => database.close())

const post = ({ id: memberId }: TestMember) =>
  createPost(database.app, { memberId, input: { kind: 'intel', text: 'Seen' }, now })
const reply = ({ id: memberId }: TestMember, parentId: string, at = minutes(1)) =>
  replyTo(database.app, { memberId, parentId, input: { text: 'Seen too' }, now: at })
const leave = ({ id: memberId }: TestMember) =>
  inTransaction(database.app, (tx) => forgetPosts(tx, { memberId, now }))
const read = async (id: string) => (await loadPosts(database.app, { ids: [id], memberId: null }))[0]

/** Every counter beside what it counts. */
async function miscounted(): Promise<string[]> {
  const rows = await database.app<{ id: string }[]>`
    select p.id from app.post p where p.replies <> (
        select count(*) from app.post r where r.gone_at is null and
          case when p.root_id is null then r.root_id = p.id else r.parent_id = p.id end)
      or p.likes <> (select count(*) from app.post_like l where l.post_id = p.id)
      or p.up <> (select count(*) from app.post_vote v where v.post_id = p.id and v.value = 1)
      or p.down <> (select count(*) from app.post_vote v where v.post_id = p.id and v.value = -1)`
  return rows.map(({ id }) => id)
}

test('a reply comes after what it answers, also where the clock was behind', async () => {
  const root = await post(ana)
  const first = await reply(ben, root, minutes(-5))
  const second = await reply(ana, first, minutes(-9))
  expect([root, first, second].toSorted()).toEqual([root, first, second])
})

test('who leaves takes the words along, and what nobody else answered; the rest keeps its place, empty', async () => {
  const [leaver, lonely] = [await addMember(database.app, 'leaver'), await addMember(database.app, 'lonely')]
  const answered = await post(leaver)
  const alone = await post(leaver)
  await reply(leaver, alone)
  const others = await post(ana)
  const [mine, deeper] = [await reply(leaver, others), await reply(leaver, others)]
  const kept = await reply(ben, mine)
  await reply(lonely, answered)
  await leave(leaver)
  const left = { gone: true, text: '', author: null }
  expect(await read(answered)).toMatchObject({ ...left, replies: 1 })
  expect(await read(mine)).toMatchObject({ ...left, replies: 1 })
  expect(await read(others)).toMatchObject({ gone: false, replies: 1 })
  expect(await read(kept)).toMatchObject({ gone: false, parent_id: mine })
  for (const id of [alone, deeper]) expect(await read(id)).toBeUndefined()
  const rows = await database.app`select 1 from app.post where member_id = ${leaver.id}`
  expect(rows).toHaveLength(0)
})

test('whatever happens to one thread at once, it ends, and every counter says what is there', async () => {
  const crowd = await Promise.all(
    Array.from({ length: 6 }, (_, nth) => addMember(database.app, `crowd_${nth}`)),
  )
  for (let time = 0; time < 3; time++) {
    const root = await post(cleo)
    const [first, second] = [await reply(ana, root), await reply(ben, root)]
    const acts = crowd.flatMap((member, nth) => {
      const id = [root, first, second][nth % 3] ?? root
      const act = { id, memberId: member.id, now }
      return [
        reply(member, id),
        votePost(database.app, { ...act, value: 1 }),
        likePost(database.app, { ...act, likes: true }),
      ]
    })
    const backs = [
      takeBack(database.app, { id: first, memberId: ana.id, now }),
      takeBack(database.app, { id: second, memberId: ben.id, now }),
    ]
    const ended = await Promise.allSettled([...acts, ...backs])
    for (const one of ended) if (one.status === 'rejected') expect(one.reason.code).toMatch(/^post\./)
    expect(await miscounted()).toEqual([])
  }
})

test('who leaves while others answer them waits for nobody for ever, and nothing is miscounted', async () => {
  for (let time = 0; time < 3; time++) {
    const [leaver, friend] = [
      await addMember(database.app, `going_${time}`),
      await addMember(database.app, `staying_${time}`),
    ]
    const [own, theirs] = [await post(leaver), await post(friend)]
    const [below, above] = [await reply(leaver, theirs), await reply(friend, own)]
    const ended = await Promise.allSettled([
      leave(leaver),
      reply(friend, below),
      reply(friend, own),
      takeBack(database.app, { id: above, memberId: friend.id, now }),
    ])
    for (const one of ended) if (one.status === 'rejected') expect(one.reason.code).toMatch(/^post\./)
    const rows = await database.app`select 1 from app.post where member_id = ${leaver.id}`
    expect(rows).toHaveLength(0)
    expect(await miscounted()).toEqual([])
  }
})
