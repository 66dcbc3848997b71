import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Group } from '../../core/group/shape.ts'
import { MOST_GUIDES } from '../../core/guide/limits.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addFounder, found, joinAll } from '../../test/support/groups.ts'
import { addMember, type TestMember, warmPool } from '../../test/support/members.ts'
import { closeGroup } from '../groups/close.ts'
import { changeRole } from '../groups/role.ts'
import { listGuides, listVersions, readGuide } from './read.ts'
import { removeGuide } from './remove.ts'
import { editGuide, makeGuide } from './write.ts'

const now = new Date('2026-11-20T12:00:00Z')

let database: TestDatabase
let owner: TestMember
let ann: TestMember
let stranger: TestMember
let group: Group
let round = 0
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  round++
  owner = await addFounder(database, `owner_${round}`, now)
  ann = await addMember(database.app, `ann_${round}`)
  stranger = await addMember(database.app, `stranger_${round}`)
  group = await found(database, { by: owner, name: `Writers ${round}`, now })
  await joinAll(database, group, { members: [ann], now })
})

const by = ({ id: memberId }: TestMember) => ({ slug: group.slug, memberId, now })
const make = (who: TestMember, title = 'How to queue', text = 'Be early.') =>
  makeGuide(database.app, { ...by(who), input: { title, text } })
const edit = (who: TestMember, base: number, text: string) =>
  editGuide(database.app, {
    ...{ ...by(who), guide: 'how-to-queue' },
    edit: { title: 'How to queue', text, base, note: `Version ${base + 1}` },
  })

test('whoever is in the group writes, and nothing that was written before is lost', async () => {
  expect(await make(ann)).toMatchObject({ slug: 'how-to-queue', newest: 1, text: 'Be early.' })
  await edit(owner, 1, 'Be early. Bring water.')
  const asked = { ...by(ann), guide: 'how-to-queue' }
  expect(await readGuide(database.app, asked)).toMatchObject({
    newest: 2,
    text: 'Be early. Bring water.',
    version: { number: 2, by: owner.username, note: 'Version 2' },
  })
  expect(await readGuide(database.app, { ...asked, version: 1 })).toMatchObject({
    newest: 2,
    text: 'Be early.',
    version: { number: 1, by: ann.username },
  })
  const first = await listVersions(database.app, { ...asked, limit: 1 })
  expect(first).toMatchObject({ items: [{ number: 2 }], next: 2 })
  expect(await listVersions(database.app, { ...asked, limit: 1, before: 2 })).toMatchObject({
    ...{ items: [{ number: 1 }], next: null },
  })
})

test('of two who change one version one is told that the other was faster', async () => {
  await make(ann)
  await warmPool(database.app)
  const tried = await Promise.allSettled([edit(ann, 1, 'Hers'), edit(owner, 1, 'The owner’s')])
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const lost = tried.find((each) => each.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'guide.changed', message: expect.stringContaining('version 2') })
})

test('who is not in the group reads what an open one knows, and writes nothing', async () => {
  await make(ann)
  expect(await listGuides(database.app, by(stranger))).toMatchObject([{ title: 'How to queue', version: 1 }])
  await expect(make(stranger, 'Another')).rejects.toMatchObject({ code: 'group.gate' })
  await expect(edit(stranger, 1, 'Mine')).rejects.toMatchObject({ code: 'group.gate' })
})

test('a title is one guide’s, whatever its letters, and its word in addresses is not given twice', async () => {
  await make(ann)
  await expect(make(owner, 'HOW TO QUEUE')).rejects.toMatchObject({ code: 'guide.title-taken' })
  await removeGuide(database.app, { ...by(owner), guide: 'how-to-queue' })
  expect(await listGuides(database.app, by(ann))).toEqual([])
  expect((await make(ann)).slug).toMatch(/^how-to-queue-[a-p]{8}$/)
})

test('moderators take guides away with all of their texts; members do not', async () => {
  await make(ann)
  const asked = { ...by(ann), guide: 'how-to-queue' }
  await expect(removeGuide(database.app, asked)).rejects.toMatchObject({ code: 'group.role' })
  await changeRole(database.app, { ...by(owner), username: ann.username, role: 'moderator' })
  await removeGuide(database.app, asked)
  await expect(readGuide(database.app, asked)).rejects.toMatchObject({ code: 'guide.not-found' })
  const left = await database.app`
    select v.text from app.guide_version v join app.guide g on g.id = v.guide_id where g.group_id = ${group.id}`
  expect(left).toHaveLength(0)
})

test('a group has only so many guides, and none when it is closed', async () => {
  await database.app`
    insert into app.guide (id, group_id, slug, version, title, changed_at)
    select gen_random_uuid(), ${group.id}, 'filled-' || n, 1, 'Filled ' || n, ${now} from generate_series(1, ${MOST_GUIDES}) n`
  await expect(make(ann)).rejects.toMatchObject({ code: 'group.too-many' })
  await closeGroup(database.app, by(owner))
  expect(await database.app`select 1 from app.guide where group_id = ${group.id}`).toHaveLength(0)
})

test('what moderators do not let through is in no guide', async () => {
  await database.app`
    insert into app.word_filter (id, kind, pattern, act, created_at, added_by)
    values (gen_random_uuid(), 'word', 'plonk', 'refuse', ${now}, ${owner.id})`
  await expect(make(ann, 'How to plonk')).rejects.toMatchObject({ code: 'moderation.filtered' })
  await expect(make(ann, 'How to', 'pl**on**k')).rejects.toMatchObject({ code: 'moderation.filtered' })
  const hidden = make(ann, 'Where to buy', '[sale](https://t&#46;co/x)')
  await expect(hidden).rejects.toMatchObject({ code: 'moderation.link' })
})
