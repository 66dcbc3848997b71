import type { Sql } from '../../db/client.ts'
import { openModAppeal } from '../../db/moderation/appeal.ts'
import { blockMember } from '../../db/moderation/block.ts'
import { claimCase } from '../../db/moderation/claim.ts'
import { addFilter } from '../../db/moderation/filters.ts'
import { findNamed, muteMember } from '../../db/moderation/mute.ts'
import { addNote } from '../../db/moderation/record.ts'
import { reportPost } from '../../db/moderation/report.ts'
import { resolveCase } from '../../db/moderation/resolve.ts'
import { muteInThread } from '../../db/moderation/thread-mute.ts'
import { createPost } from '../../db/posts/create.ts'
import { addMember } from './members.ts'
import type { TestWeb } from './web.ts'

const now = () => new Date()

type Post = { by: string; text: string; anonymous?: boolean }
const write = (sql: Sql, { by, text, anonymous = false }: Post) =>
  createPost(sql, { memberId: by, input: { kind: 'intel', text, anonymous }, now: now() })

/** Reported by the one, taken down with a strike by the other. @returns the case */
async function takeDown(
  sql: Sql,
  { postId, reporter, judge }: Record<'postId' | 'reporter' | 'judge', string>,
) {
  await reportPost(sql, { postId, memberId: reporter, input: { rule: 'abuse' }, now: now() })
  const [found] = await sql<{ id: string }[]>`select id from app.mod_case where post_id = ${postId}`
  const id = found?.id ?? ''
  await claimCase(sql, { id, by: judge, now: now() })
  const resolution = { outcome: 'removed', rule: 'abuse', note: 'Rude to everyone', strike: true } as const
  await resolveCase(sql, { id, by: judge, resolution, now: now(), challengeSeconds: 0 })
  return id
}

/** For a fuzzer: a post with an open case, one of this member's that was taken down, an appeal that waits, a filter. */
export async function addCases({ db: { app } }: TestWeb, username: string) {
  const { id: memberId } = await findNamed(app, { username })
  const [other, judge] = [await addMember(app, 'quarrelsome'), await addMember(app, 'judge')]
  const post = await write(app, { by: other.id, text: 'Plain words' })
  const input = { rule: 'spam' } as const
  await reportPost(app, { postId: post, memberId: judge.id, input, now: now() })
  const [open] = await app<{ id: string }[]>`select id from app.mod_case where post_id = ${post}`
  const sides = { reporter: other.id, judge: judge.id }
  const said = await write(app, { by: memberId, text: 'Plain words' })
  const closed = await takeDown(app, { ...sides, postId: said })
  const theirs = await write(app, { by: other.id, text: 'Other plain words' })
  const case_id = await takeDown(app, { reporter: memberId, judge: judge.id, postId: theirs })
  const about = { case_id, text: 'It was plain words' }
  const { id: appeal } = await openModAppeal(app, { memberId: other.id, input: about, now: now() })
  const word = { kind: 'word', pattern: 'quetzal', act: 'hold' } as const
  const filter = await addFilter(app, { input: word, by: judge.id, now: now() })
  return { post, open: open?.id ?? '', closed, appeal, filter, names: [other.username, judge.username] }
}

type Quarrelling = {
  memberId: string
  username: string
  marks: Record<'taken' | 'denial' | 'flagged' | 'noted', string>
}

/** On every side of moderation: taken down, muted, appealing, reporting, blocking and moderating. */
export async function quarrel({ db: { app } }: TestWeb, { memberId, username, marks }: Quarrelling) {
  const tail = memberId.slice(-6)
  const [other, judge] = [await addMember(app, `other_${tail}`), await addMember(app, `judge_${tail}`)]
  const said = await write(app, { by: memberId, text: marks.taken })
  const [theirs, hidden] = [
    await write(app, { by: other.id, text: 'Plain words' }),
    await write(app, { by: other.id, text: 'More plain words', anonymous: true }),
  ]
  const caseId = await takeDown(app, { postId: said, reporter: other.id, judge: judge.id })
  const who = { memberId, now: now() }
  await openModAppeal(app, { ...who, input: { case_id: caseId, text: marks.denial } })
  await reportPost(app, { ...who, postId: theirs, input: { rule: 'abuse', text: marks.flagged } })
  await blockMember(app, { ...who, username: other.username, kind: 'block' })
  await muteInThread(app, { ...who, postId: hidden })
  await addNote(app, { username, by: judge.id, text: marks.noted, now: now() })
  await addNote(app, { username: other.username, by: memberId, text: 'A plain note', now: now() })
  await addFilter(app, {
    input: { kind: 'word', pattern: `w${tail}`, act: 'hold' },
    by: memberId,
    now: now(),
  })
  await muteMember(app, { username, by: judge.id, hours: 1, reason: 'Calm down first', now: now() })
}
