import type { Thing, ThingKeeper } from './thing.ts'

/** Meet-ups and lines that members announced. */
export const eventKeeper: ThingKeeper = {
  lock: async (tx, id) => {
    const [event] = await tx<Thing[]>`
      select id, member_id as "memberId", concat_ws(E'\n', title, nullif(text, '')) as text, null as "groupId"
      from app.happening where id = ${id} and hidden_at is null for no key update`
    return event
  },
  hide: async (tx, { id, now }) => {
    await tx`update app.happening set hidden_at = ${now} where id = ${id} and hidden_at is null`
  },
  show: async (tx, { id }) => {
    await tx`update app.happening set hidden_at = null where id = ${id}`
  },
}
