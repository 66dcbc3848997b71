import { placeOf } from '../../core/cell/cell.ts'
import type { Sql } from '../../db/client.ts'
import { followMember } from '../../db/member-follows/follow.ts'
import { sendPhoto } from '../../db/photos/send.ts'
import { createPost } from '../../db/posts/create.ts'
import { likePost } from '../../db/posts/like.ts'
import { replyTo } from '../../db/posts/reply.ts'
import { savePost } from '../../db/posts/save.ts'
import { votePost } from '../../db/posts/vote.ts'
import { addMember, type TestMember } from './members.ts'
import { storedPhoto } from './photo.ts'
import type { TestWeb } from './web.ts'

type Writing = { memberId: string; text: string }

const here = placeOf({ latitude: 40.7195, longitude: -73.9613 })

/** Reads a neighbour's post in every way there is, and is read by them. */
async function readEachOther(sql: Sql, { memberId }: Writing, neighbour: TestMember): Promise<void> {
  const now = new Date()
  const input = { kind: 'win' as const, text: 'A pair for the kid' }
  const theirs = await createPost(sql, { memberId: neighbour.id, input, now })
  await votePost(sql, { id: theirs, memberId, value: 1, now })
  await likePost(sql, { id: theirs, memberId, likes: true, now })
  await savePost(sql, { id: theirs, memberId, now })
  await followMember(sql, { memberId, username: neighbour.username, now })
  const [self] = await sql<{ username: string }[]>`select username from app.member where id = ${memberId}`
  await followMember(sql, { memberId: neighbour.id, username: self?.username ?? '', now })
}

/**
 * Posts under the own name and without, with a picture and a place, one of them answered by somebody else and by oneself; and all
 * that one does about others' posts.
 */
export async function writePosts({ api, db }: TestWeb, writing: Writing): Promise<void> {
  const [sql, now, { memberId, text }] = [db.app, new Date(), writing]
  const photo = await sendPhoto(sql, { ...(await storedPhoto(api)), memberId, now })
  const input = { kind: 'line' as const, text, photo_ids: [photo.id], cell: here.area }
  const named = await createPost(sql, { memberId, input, now })
  const after = new Date(now.getTime() + 1)
  await createPost(sql, { memberId, input: { kind: 'loss', text, anonymous: true }, now: after })
  const neighbour = await addMember(sql, `reader_${memberId.slice(-6)}`)
  const answer = await replyTo(sql, {
    ...{ memberId: neighbour.id, parentId: named, input: { text: 'Same here' }, now: after },
  })
  await replyTo(sql, { memberId, parentId: answer, input: { text, anonymous: true }, now: after })
  await readEachOther(sql, writing, neighbour)
}
