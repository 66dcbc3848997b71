import { newNonce } from '../../core/auth/name.ts'
import { slugOf } from '../../core/group/slug.ts'
import { MOST_GUIDES, MOST_VERSIONS } from '../../core/guide/limits.ts'
import { readMarkdown, wordsOf } from '../../core/guide/markdown.ts'
import type { GuideEdit, GuideInput, KeptGuide } from '../../core/guide/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Db, Sql } from '../client.ts'
import { type Asked, lockAsMember } from '../groups/load.ts'
import { tooMany } from '../groups/refuse.ts'
import { requireWords } from '../groups/words.ts'
import { inTransaction } from '../transaction.ts'
import { type AskedGuide, readGuide } from './read.ts'
import { guideChanged, noGuide, takenTitle } from './refuse.ts'

type Writing = Asked & { memberId: string }

/** In a group that is locked: guides of one group are written one after the other. */
async function requireFree(tx: Db, groupId: string, { title, except }: { title: string; except?: string }) {
  const [row] = await tx<{ count: number; taken: boolean }[]>`
    select count(*)::int as count,
      coalesce(bool_or(lower(title) = lower(${title}) and id is distinct from ${except ?? null}::uuid), false) as taken
    from app.guide where group_id = ${groupId} and removed_at is null`
  if (row?.taken) throw takenTitle()
  if (except === undefined && (row?.count ?? 0) >= MOST_GUIDES)
    throw tooMany(`This group has ${MOST_GUIDES} guides already.`, 'Write in one of them.')
}

async function freeSlug(tx: Db, groupId: string, title: string): Promise<string> {
  const [base, own] = [slugOf(title), newNonce().slice(0, 8)]
  if (base === undefined) return `guide-${own}`
  const [row] = await tx`select 1 from app.guide where group_id = ${groupId} and slug = ${base}`
  return row ? `${base}-${own}` : base
}

type Version = GuideInput & { guideId: string; number: number; note: string | null; by: Writing }

async function addVersion(tx: Db, { guideId, number, title, text, note, by }: Version): Promise<void> {
  await tx`
    insert into app.guide_version (guide_id, number, title, text, note, by_id, written_at)
    values (${guideId}, ${number}, ${title}, ${text}, ${note}, ${by.memberId}, ${by.now})`
}

/** Both what was typed, which its history shows, and what is read of it: "pl**on**k" is shown as one word. */
async function requireGuideWords(
  tx: Db,
  by: Writing,
  texts: readonly [string, string, ...string[]],
): Promise<void> {
  await requireWords(tx, { ...by, texts })
  await requireWords(tx, { ...by, texts: [wordsOf(readMarkdown(texts[1]))] })
}

async function make(tx: Db, { input, ...by }: Writing & { input: GuideInput }): Promise<KeptGuide> {
  const { title, text } = input
  const { id: groupId } = await lockAsMember(tx, by)
  await requireGuideWords(tx, by, [title, text])
  await requireFree(tx, groupId, { title })
  const [guideId, slug] = [uuidv7(by.now.getTime()), await freeSlug(tx, groupId, title)]
  await tx`
    insert into app.guide (id, group_id, slug, version, title, changed_at)
    values (${guideId}, ${groupId}, ${slug}, 1, ${title}, ${by.now})`
  await addVersion(tx, { guideId, number: 1, title, text, note: null, by })
  return readGuide(tx, { ...by, guide: slug })
}

/**
 * Writes a new guide; whoever is in the group may.
 * @throws Final as `requireWords`, `group.not-found`, `group.gate`, `group.too-many`, `guide.title-taken`
 */
export async function makeGuide(sql: Sql, making: Writing & { input: GuideInput }): Promise<KeptGuide> {
  return inTransaction(sql, (tx) => make(tx, making))
}

type Editing = AskedGuide & { memberId: string; edit: GuideEdit }

async function edit(tx: Db, { edit: input, guide: slug, ...by }: Editing): Promise<KeptGuide> {
  const { title, text, note, base } = input
  const { id: groupId } = await lockAsMember(tx, by)
  const [guide] = await tx<{ id: string; version: number }[]>`
    select id, version from app.guide where group_id = ${groupId} and slug = ${slug} and removed_at is null`
  if (!guide) throw noGuide()
  if (guide.version !== base) throw guideChanged(guide.version)
  if (base >= MOST_VERSIONS)
    throw tooMany(`This guide has ${MOST_VERSIONS} versions, as many as one can have.`, 'Begin another one.')
  await requireGuideWords(tx, by, [title, text, note ?? ''])
  await requireFree(tx, groupId, { title, except: guide.id })
  const number = base + 1
  await addVersion(tx, { guideId: guide.id, number, title, text, note, by })
  await tx`
    update app.guide set version = ${number}, title = ${title}, changed_at = ${by.now} where id = ${guide.id}`
  return readGuide(tx, { ...by, guide: slug })
}

/**
 * Writes the next version of a guide; its word in addresses stays. An older version is brought back by writing its text again.
 * @throws Final as `requireWords`, `group.not-found`, `group.gate`, `group.too-many`, `guide.not-found`, `guide.changed`,
 *   `guide.title-taken`
 */
export async function editGuide(sql: Sql, editing: Editing): Promise<KeptGuide> {
  return inTransaction(sql, (tx) => edit(tx, editing))
}
