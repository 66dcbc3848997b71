import type { GroupMonitor } from '../../core/group/monitor.ts'
import { sneakerJson, storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'
import { type Asked, readGroup, requireRead } from '../groups/load.ts'

type Row = Omit<GroupMonitor, 'added_at' | 'last_ok_at'> & { added_at: Date; last_ok_at: Date | null }

/** What a group shares; of one target alone where it is given. */
export async function monitorsOf(
  db: Db,
  { groupId, targetId = null }: { groupId: string; targetId?: string | null },
): Promise<GroupMonitor[]> {
  const rows = await db<Row[]>`
    select w.id, t.url, ${sneakerJson(db)} as sneaker, ${storeJson(db)} as store, who.username as added_by, w.added_at,
      t.paused, t.last_ok_at, t.last_error as problem,
      coalesce((
        select json_agg(json_build_object('size', s.size, 'state', s.state)
          order by nullif(regexp_replace(s.size, '[^0-9.]', '', 'g'), '')::float8 nulls last, s.size)
        from app.stock s where s.target_id = t.id), '[]') as stock
    from app.group_monitor w
    join app.monitor_target t on t.id = w.target_id
    join app.sneaker sneaker on sneaker.id = t.sneaker_id
    join app.store store on store.id = t.store_id
    left join app.member who on who.id = w.added_by
    where w.group_id = ${groupId} and (${targetId}::uuid is null or t.id = ${targetId}::uuid)
    order by sneaker.brand, sneaker.name, store.name, w.id`
  return rows.map((row) => ({
    ...{ ...row, added_at: row.added_at.toISOString(), last_ok_at: row.last_ok_at?.toISOString() ?? null },
  }))
}

/** The monitors that a group shares, and what they see. @throws Final `group.not-found`, `group.gate` */
export async function listGroupMonitors(db: Db, asked: Asked): Promise<GroupMonitor[]> {
  const { id } = requireRead(await readGroup(db, asked))
  return monitorsOf(db, { groupId: id })
}
