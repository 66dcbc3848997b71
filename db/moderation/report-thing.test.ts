import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import type { ModCase, Resolution } from '../../core/moderation/shape.ts'
import type { ThingKind } from '../../core/moderation/things.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addFounder, found } from '../../test/support/groups.ts'
import { addCatalog, addMember, type TestMember } from '../../test/support/members.ts'
import { kept, removed } from '../../test/support/moderation.ts'
import { readGroup } from '../groups/load.ts'
import { readGuide } from '../guides/read.ts'
import { makeGuide } from '../guides/write.ts'
import { listHappenings } from '../happenings/list.ts'
import { confirmRestock } from '../restocks/confirm.ts'
import { getRestock } from '../restocks/read.ts'
import { reportRestock } from '../restocks/report.ts'
import { openModAppeal } from './appeal.ts'
import { claimCase } from './claim.ts'
import { decideModAppeal } from './decide-appeal.ts'
import { listLog } from './log.ts'
import { listCases } from './queue.ts'
import { reportThing } from './report-thing.ts'
import { resolveCase } from './resolve.ts'

const now = new Date('2026-11-20T12:00:00Z')
let database: TestDatabase
let [ann, ben, judge, second]: TestMember[] = []
let names = 0
const member = () => addMember(database.app, `u_${names++}`)
const whom = (someone: TestMember | undefined): TestMember => {
  if (!someone) throw new Error('nobody')
  return someone
}
beforeAll(async () => {
  database = await createDatabase()
  ann = await addFounder(database, 'ann', now)
  ;[ben, judge, second] = [await member(), await member(), await member()]
})
afterAll(() => database.close())

const report = (by: TestMember, kind: ThingKind, id: string) =>
  reportThing(database.app, { memberId: by.id, input: { kind, id, rule: 'scam' }, now })
const caseAbout = async (path: string): Promise<ModCase> => {
  const asked = { by: whom(judge).id, now, limit: 100, open: false }
  const cases = (await listCases(database.app, asked)).filter((each) => each.path?.startsWith(path))
  // One that waits before those that were decided.
  const found = cases.find(({ state }) => state === 'open') ?? cases[0]
  if (!found) throw new Error(`no case about ${path}`)
  return found
}
async function decide(path: string, resolution: Resolution): Promise<string> {
  const [{ id }, by] = [await caseAbout(path), whom(judge).id]
  await claimCase(database.app, { id, by, now })
  await resolveCase(database.app, { id, by, resolution, now, challengeSeconds: 0 })
  return id
}
/** The author appeals, and another moderator says that they are right. */
async function undo(caseId: string, author: TestMember): Promise<void> {
  const input = { case_id: caseId, text: 'There was nothing wrong' }
  const { id } = await openModAppeal(database.app, { memberId: author.id, input, now })
  const granted = { granted: true, answer: 'You are right', now }
  await decideModAppeal(database.app, { id, by: whom(second).id, ...granted })
}
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'nothing',
    (error: { code?: string }) => error.code,
  )

async function announce(by: TestMember): Promise<string> {
  const [id, { storeId }] = [uuidv7(), await addCatalog(database.app)]
  const [start, end] = [3_600_000, 7_200_000].map((ms) => new Date(now.getTime() + ms))
  await database.app`
    insert into app.happening (id, member_id, kind, title, text, store_id, latitude, longitude, zone, starts_at, ends_at,
      updated_at, created_at)
    values (${id}, ${by.id}, 'meet-up', 'Free pairs', 'Bring your card.', ${storeId}, 37.8, -122.27, 'UTC', ${start ?? now},
      ${end ?? now}, ${now}, ${now})`
  return id
}

test('an event is taken down by its case, and back after an appeal', async () => {
  const [author, reader] = [whom(ann), whom(ben)]
  const id = await announce(author)
  await report(reader, 'event', id)
  const shown = async () => (await listHappenings(database.app, { id, memberId: reader.id })).length
  expect(await caseAbout(`/events/${id}`)).toMatchObject({
    ...{
      kind: 'event',
      path: `/events/${id}`,
      post_id: null,
      hidden: false,
      quote: 'Free pairs\nBring your card.',
    },
    ...{ author: { username: 'ann' }, reports: [{ rule: 'scam' }] },
  })
  const caseId = await decide(`/events/${id}`, removed())
  expect([await shown(), (await caseAbout(`/events/${id}`)).hidden]).toEqual([0, true])
  expect((await listLog(database.app, { limit: 9 })).map(({ act }) => act)).toContain('event.removed')
  await undo(caseId, author)
  expect([await shown(), (await caseAbout(`/events/${id}`)).hidden]).toEqual([1, false])
})

test('a note of a restock goes, and the restock and the notes of others stay', async () => {
  const { sneakerId, storeId } = await addCatalog(database.app)
  const [author, confirmer, reader] = [whom(ann), whom(ben), await member()]
  const wanted = { sneaker_id: sneakerId, store_id: storeId, size: '10', note: 'Write me for fakes' }
  const id = await reportRestock(database.app, {
    memberId: author.id,
    now,
    challengeSeconds: 0,
    report: wanted,
  })
  await confirmRestock(database.app, {
    ...{ restockId: id, memberId: confirmer.id, now, challengeSeconds: 0, note: 'Me too' },
  })
  const noteNow = async () => (await getRestock(database.app, { id, memberId: null }))?.note
  await report(reader, 'restock', id)
  const path = `/sneakers/${sneakerId}`
  expect(await caseAbout(path)).toMatchObject({ quote: 'Write me for fakes', author: { username: 'ann' } })
  const first = await decide(path, removed())
  expect(await noteNow()).toBe('Me too')
  // Of the other's words the same reader may say something too.
  await report(reader, 'restock', id)
  expect(await caseAbout(path)).toMatchObject({ quote: 'Me too', author: { username: confirmer.username } })
  await decide(path, removed(false))
  expect(await noteNow()).toBeNull()
  expect(await codeOf(report(reader, 'restock', id))).toBe('moderation.not-found')
  await undo(first, author)
  expect(await noteNow()).toBe('Write me for fakes')
})

test('a group that is taken down is there for nobody, its owner neither, until an appeal is right', async () => {
  const owner = await addFounder(database, `owner_${names++}`, now)
  const { id, slug } = await found(database, { by: owner, name: 'Card dealers', now })
  const seen = () => codeOf(readGroup(database.app, { slug, memberId: owner.id, now }))
  await report(whom(ben), 'group', id)
  expect(await caseAbout(`/groups/${slug}`)).toMatchObject({
    kind: 'group',
    author: { username: owner.username },
  })
  const caseId = await decide(`/groups/${slug}`, removed())
  expect(await seen()).toBe('group.not-found')
  await undo(caseId, owner)
  expect(await seen()).toBe('nothing')
})

test('a guide is reported by those alone who may read it, and stands against who wrote it last', async () => {
  const [owner, writer] = [await addFounder(database, `owner_${names++}`, now), await member()]
  const group = await found(database, { by: owner, name: 'Shut in', access: 'invite', now })
  const { app } = database
  await app`insert into app.group_member (group_id, member_id, role, joined_at)
    values (${group.id}, ${writer.id}, 'member', ${now})`
  const asked = { slug: group.slug, memberId: writer.id, now }
  const guide = await makeGuide(app, { ...asked, input: { title: 'Stolen cards', text: 'How to use them.' } })
  expect(await codeOf(report(whom(ben), 'guide', guide.id))).toBe('group.not-found')
  await report(owner, 'guide', guide.id)
  const path = `/groups/${group.slug}/guides/${guide.slug}`
  expect(await caseAbout(path)).toMatchObject({
    ...{ kind: 'guide', quote: 'Stolen cards\nHow to use them.', author: { username: writer.username } },
  })
  const read = () => codeOf(readGuide(app, { ...asked, guide: guide.slug }))
  const caseId = await decide(path, removed())
  expect(await read()).toBe('guide.not-found')
  await undo(caseId, writer)
  expect(await read()).toBe('nothing')
})

test('nobody reports their own, what is not there, or the same words twice; several reports are one case', async () => {
  const [author, one, other] = [whom(ann), await member(), await member()]
  const id = await announce(author)
  expect(await codeOf(report(author, 'event', id))).toBe('moderation.own')
  expect(await codeOf(report(one, 'event', uuidv7()))).toBe('moderation.not-found')
  expect(await codeOf(report(one, 'group', id))).toBe('moderation.not-found')
  await Promise.all([report(one, 'event', id), report(other, 'event', id)])
  expect(await codeOf(report(one, 'event', id))).toBe('moderation.reported')
  expect((await caseAbout(`/events/${id}`)).reports).toHaveLength(2)
  await decide(`/events/${id}`, kept)
  expect(await codeOf(report(one, 'event', id))).toBe('moderation.reported')
  expect((await listHappenings(database.app, { id, memberId: null })).length).toBe(1)
})
