import type { Thing, ThingKeeper } from './thing.ts'

/** Cook groups as a whole: name, description, and what they are for. Against whoever owns it. */
export const groupKeeper: ThingKeeper = {
  lock: async (tx, id) => {
    const [group] = await tx<Thing[]>`
      select g.id, g.name || E'\n' || g.about as text, g.id as "groupId",
        (select member_id from app.group_member where group_id = g.id and role = 'owner') as "memberId"
      from app.cook_group g where g.id = ${id} and g.closed_at is null and g.hidden_at is null for no key update`
    return group
  },
  hide: async (tx, { id, now }) => {
    await tx`update app.cook_group set hidden_at = ${now} where id = ${id} and hidden_at is null`
  },
  show: async (tx, { id }) => {
    await tx`update app.cook_group set hidden_at = null where id = ${id}`
  },
}
