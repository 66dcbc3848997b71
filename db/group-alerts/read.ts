import type { GroupAlerts, GroupNews } from '../../core/group/monitor.ts'
import { sneakerJson, storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'
import { type Asked, readGroup, requireRead } from '../groups/load.ts'

/** Of each kind. */
const MOST = 50

type Call = Extract<GroupNews, { kind: 'call' }>
type Restock = Extract<GroupNews, { kind: 'restock' }>
type Timed<News> = Omit<News, 'kind' | 'at'> & { at: Date }

async function callsOf(db: Db, groupId: string): Promise<Timed<Call>[]> {
  return db<Timed<Call>[]>`
    select c.id, c.called_at as at, c.text, who.username as by
    from app.group_call c left join app.member who on who.id = c.by_id
    where c.group_id = ${groupId} order by c.id desc limit ${MOST}`
}

/** What the monitors saw that the group shares now, also from before it did. */
async function restocksOf(db: Db, groupId: string): Promise<Timed<Restock>[]> {
  return db<Timed<Restock>[]>`
    select r.id, r.reported_at as at, ${sneakerJson(db)} as sneaker, ${storeJson(db)} as store, r.size, r.state,
      r.price_minor, r.currency, r.ended_at is not null as ended
    from app.group_monitor w
    join app.stock_change change on change.target_id = w.target_id
    join app.restock r on r.change_id = change.id
    join app.sneaker sneaker on sneaker.id = r.sneaker_id
    join app.store store on store.id = r.store_id
    where w.group_id = ${groupId} order by r.id desc limit ${MOST}`
}

/** A group's alert channel, the latest first. */
export async function newsOf(db: Db, groupId: string): Promise<GroupNews[]> {
  const calls = (await callsOf(db, groupId)).map((row) => ({
    ...{ kind: 'call' as const, ...row, at: row.at.toISOString() },
  }))
  const restocks = (await restocksOf(db, groupId)).map((row) => ({
    ...{ kind: 'restock' as const, ...row, at: row.at.toISOString() },
  }))
  return [...calls, ...restocks].sort((one, other) => other.at.localeCompare(one.at)).slice(0, MOST)
}

/** What moderators called out, and what the group's monitors saw. @throws Final `group.not-found`, `group.gate` */
export async function readGroupAlerts(db: Db, asked: Asked): Promise<GroupAlerts> {
  const { id } = requireRead(await readGroup(db, asked))
  const [own] = await db<{ alerts: boolean }[]>`
    select alerts from app.group_member where group_id = ${id} and member_id = ${asked.memberId}`
  return { listening: own?.alerts ?? null, items: await newsOf(db, id) }
}
