import type { GuideLine, GuideVersion, KeptGuide } from '../../core/guide/shape.ts'
import type { Db } from '../client.ts'
import { type Asked, readGroup, requireRead } from '../groups/load.ts'
import { noGuide } from './refuse.ts'

type LineRow = Omit<GuideLine, 'changed_at'> & { changed_at: Date }
type VersionRow = Omit<GuideVersion, 'at'> & { at: Date }
type GuideRow = VersionRow & { id: string; slug: string; newest: number; text: string }

const toVersion = ({ number, title, note, by, at }: VersionRow): GuideVersion => ({
  ...{ number, title, note, by, at: at.toISOString() },
})

/** The guides of a group, by title. @throws Final `group.not-found`, `group.gate` */
export async function listGuides(db: Db, asked: Asked): Promise<GuideLine[]> {
  const { id } = requireRead(await readGroup(db, asked))
  const rows = await db<LineRow[]>`
    select g.slug, g.title, g.version, who.username as by, g.changed_at
    from app.guide g join app.guide_version v on v.guide_id = g.id and v.number = g.version
    left join app.member who on who.id = v.by_id
    where g.group_id = ${id} and g.removed_at is null order by lower(g.title), g.id`
  return rows.map((row) => ({ ...row, changed_at: row.changed_at.toISOString() }))
}

export type AskedGuide = Asked & { guide: string }

/**
 * One guide: its newest version, or an older one.
 * @throws Final `group.not-found`, `group.gate`, `guide.not-found`
 */
export async function readGuide(
  db: Db,
  { guide, version, ...asked }: AskedGuide & { version?: number | undefined },
): Promise<KeptGuide> {
  const { id } = requireRead(await readGroup(db, asked))
  const [row] = await db<GuideRow[]>`
    select g.id, g.slug, g.version as newest, v.number, v.title, v.text, v.note, who.username as by, v.written_at as at
    from app.guide g
    join app.guide_version v on v.guide_id = g.id and v.number = coalesce(${version ?? null}::integer, g.version)
    left join app.member who on who.id = v.by_id
    where g.group_id = ${id} and g.slug = ${guide} and g.removed_at is null`
  if (!row) throw noGuide()
  return { id: row.id, slug: row.slug, newest: row.newest, version: toVersion(row), text: row.text }
}

export type History = AskedGuide & {
  limit: number
  /** The number of the last version of the page before. */
  before?: number | undefined
}

/**
 * Versions of a guide, the newest first.
 * @throws Final `group.not-found`, `group.gate`, `guide.not-found`
 */
export async function listVersions(
  db: Db,
  { guide, limit, before, ...asked }: History,
): Promise<{ items: GuideVersion[]; next: number | null }> {
  const { id } = requireRead(await readGroup(db, asked))
  const rows = await db<VersionRow[]>`
    select v.number, v.title, v.note, who.username as by, v.written_at as at
    from app.guide g join app.guide_version v on v.guide_id = g.id
    left join app.member who on who.id = v.by_id
    where g.group_id = ${id} and g.slug = ${guide} and g.removed_at is null
      and v.number < coalesce(${before ?? null}::integer, g.version + 1)
    order by v.number desc limit ${limit + 1}`
  // Version 1 is never taken away: nothing at all is no guide.
  if (rows.length === 0 && before === undefined) throw noGuide()
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(toVersion),
    next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null,
  }
}
