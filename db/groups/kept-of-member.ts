import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'

type Groups = MemberExport['groups']
type Kept = Pick<Groups, 'guides' | 'results' | 'calls' | 'monitors' | 'bridges'>
type Timed<Row, Key extends keyof Row> = Omit<Row, Key> & Record<Key, Date>

async function guidesOf(db: Db, memberId: string): Promise<Groups['guides']> {
  const rows = await db<Timed<Groups['guides'][number], 'written_at'>[]>`
    select g.slug, d.slug as guide, v.number, v.title, v.text, v.note, v.written_at
    from app.guide_version v join app.guide d on d.id = v.guide_id join app.cook_group g on g.id = d.group_id
    where v.by_id = ${memberId} order by v.written_at, d.id, v.number`
  return rows.map((row) => ({ ...row, written_at: row.written_at.toISOString() }))
}

async function resultsOf(db: Db, memberId: string): Promise<Groups['results']> {
  const rows = await db<Timed<Groups['results'][number], 'noted_at'>[]>`
    select g.slug, r.outcome, r.adapter, r.store_id, r.sneaker_id, r.size, r.noted_at
    from app.group_result r join app.cook_group g on g.id = r.group_id where r.member_id = ${memberId} order by r.id`
  return rows.map((row) => ({ ...row, noted_at: row.noted_at.toISOString() }))
}

async function callsOf(db: Db, memberId: string): Promise<Groups['calls']> {
  const rows = await db<Timed<Groups['calls'][number], 'called_at'>[]>`
    select g.slug, c.text, c.called_at
    from app.group_call c join app.cook_group g on g.id = c.group_id where c.by_id = ${memberId} order by c.id`
  return rows.map((row) => ({ ...row, called_at: row.called_at.toISOString() }))
}

async function monitorsOf(db: Db, memberId: string): Promise<Groups['monitors']> {
  const rows = await db<Timed<Groups['monitors'][number], 'added_at'>[]>`
    select g.slug, t.url, w.added_at
    from app.group_monitor w join app.monitor_target t on t.id = w.target_id join app.cook_group g on g.id = w.group_id
    where w.added_by = ${memberId} order by w.id`
  return rows.map((row) => ({ ...row, added_at: row.added_at.toISOString() }))
}

async function bridgesOf(db: Db, memberId: string): Promise<Groups['bridges']> {
  const rows = await db<Timed<Groups['bridges'][number], 'created_at'>[]>`
    select g.slug, c.label, c.host, c.created_at
    from app.channel c join app.cook_group g on g.id = c.group_id where c.member_id = ${memberId} order by c.id`
  return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }))
}

/** What a member put into what groups keep. */
export async function exportKept(db: Db, memberId: string): Promise<Kept> {
  return {
    guides: await guidesOf(db, memberId),
    results: await resultsOf(db, memberId),
    calls: await callsOf(db, memberId),
    monitors: await monitorsOf(db, memberId),
    bridges: await bridgesOf(db, memberId),
  }
}

/** What was not yet told of them is told no more. */
async function forgetCalls(tx: Db, memberId: string): Promise<void> {
  await tx`
    with mine as (
      select n.alert_id from app.notice n join app.group_call c on n.content ->> 'call_id' = c.id::text
      where c.by_id = ${memberId} and n.content ->> 'kind' = 'group')
    delete from app.delivery d using mine where d.alert_id = mine.alert_id`
  await tx`
    delete from app.notice n using app.group_call c
    where c.by_id = ${memberId} and n.content ->> 'kind' = 'group' and n.content ->> 'call_id' = c.id::text`
  await tx`delete from app.group_call where by_id = ${memberId}`
}

/** Guides and monitors are the group's and stay, without a name. What one said of oneself goes; bridges went with the channels. */
export async function forgetKept(tx: Db, memberId: string): Promise<void> {
  await tx`update app.guide_version set by_id = null where by_id = ${memberId}`
  await tx`update app.group_monitor set added_by = null where added_by = ${memberId}`
  await tx`delete from app.group_result where member_id = ${memberId}`
  await forgetCalls(tx, memberId)
}
