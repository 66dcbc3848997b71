import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import type { PostInput } from '../../core/post/shape.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember } from '../../test/support/members.ts'
import { createPost } from '../posts/create.ts'
import { replyTo } from '../posts/reply.ts'
import { votePost } from '../posts/vote.ts'
import { lookFrom } from './viewer.ts'

const now = new Date('2026-11-23T12:00:00Z')
const brooklyn = placeOf({ latitude: 40.7195, longitude: -73.9613 })
const angeles = placeOf({ latitude: 34.0463, longitude: -118.2365 })
let db: TestDatabase
let author: string
let here: string
let away: string
beforeAll(async () => {
  db = await createDatabase()
  ;[author = '', here = '', away = ''] = await Promise.all(
    ['author', 'here', 'away'].map(async (name) => (await addMember(db.app, name)).id),
  )
  await lookFrom(db.app, { memberId: here, cell: brooklyn.area, now })
  await lookFrom(db.app, { memberId: away, cell: angeles.area, now })
})
afterAll(() => db.close())

const post = (change: Partial<PostInput> = {}) =>
  createPost(db.app, {
    memberId: author,
    input: { kind: 'intel', text: 'A line', cell: brooklyn.area, ...change },
    now,
  })
const reply = (memberId: string, parentId: string) =>
  replyTo(db.app, { memberId, parentId, input: { text: 'Thanks' }, now })
const vote = (memberId: string, id: string, value: 1 | 0 = 1) =>
  votePost(db.app, { memberId, id, value, now })
const far = { code: 'cell.far' }

test('who is near answers and votes, and who is far away only reads', async () => {
  const id = await post()
  const answer = await reply(here, id)
  await vote(here, id)
  await expect(reply(away, id)).rejects.toMatchObject(far)
  await expect(vote(away, id)).rejects.toMatchObject(far)
  // Below it too, and whoever wrote it.
  await expect(reply(away, answer)).rejects.toMatchObject(far)
  await expect(vote(away, answer)).rejects.toMatchObject(far)
  // Taking a vote back is nobody's to refuse.
  await vote(away, id, 0)
})

test('what is of no place, and a thread of one’s own, are answered from anywhere, and so by who is nowhere', async () => {
  const nowhere = await addMember(db.app, 'nowhere')
  await reply(nowhere.id, await post())
  await reply(away, await post({ cell: undefined }))
  const own = await post()
  const answer = await reply(here, own)
  await lookFrom(db.app, { memberId: author, cell: angeles.area, now: new Date('2026-11-24T12:00:00Z') })
  await reply(author, answer)
  await vote(author, answer)
  await lookFrom(db.app, { memberId: author, cell: brooklyn.area, now: new Date('2026-11-25T12:00:00Z') })
})

test('whom one follows one answers from anywhere, unless they are anonymous: that would say who it is', async () => {
  await db.app`insert into app.member_follow (follower_id, followed_id, followed_at) values (${away}, ${author}, ${now})`
  await reply(away, await post())
  await expect(reply(away, await post({ anonymous: true }))).rejects.toMatchObject(far)
})
