import type { Thing, ThingKeeper } from './thing.ts'

/** Letters of a guide that are kept with its case. */
const QUOTED = 2_000

/** A guide of a group: against whoever wrote its newest version. */
export const guideKeeper: ThingKeeper = {
  lock: async (tx, id) => {
    const [guide] = await tx<Thing[]>`
      select g.id, g.group_id as "groupId", v.by_id as "memberId", v.title || E'\n' || left(v.text, ${QUOTED}) as text
      from app.guide g join app.guide_version v on v.guide_id = g.id and v.number = g.version
      where g.id = ${id} and g.removed_at is null for no key update of g`
    return guide
  },
  hide: async (tx, { id, now }) => {
    await tx`update app.guide set removed_at = ${now} where id = ${id} and removed_at is null`
  },
  // Its texts are there unless the group's own moderators took it away.
  show: async (tx, { id }) => {
    await tx`
      update app.guide g set removed_at = null where id = ${id}
        and exists (select from app.guide_version where guide_id = g.id)
        and not exists (select from app.guide other where other.group_id = g.group_id and other.removed_at is null
          and lower(other.title) = lower(g.title))`
  },
}
