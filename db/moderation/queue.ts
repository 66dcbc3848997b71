import type { HouseRule } from '../../core/moderation/rules.ts'
import type { ModCase } from '../../core/moderation/shape.ts'
import { caseState } from '../../core/moderation/states.ts'
import type { Photo } from '../../core/photo/shape.ts'
import type { Db } from '../client.ts'

export type CasesAsked = {
  /** The moderator who reads. */
  by: string
  now: Date
  limit: number
  /** Only those that wait for a decision. */
  open: boolean
  /** Id of the last one of the page before. */
  before?: string | undefined
  /** Only this one. */
  id?: string | undefined
}

/** Reports of one case that are shown; the queue's marks count no more. */
const REPORTS = 20

type Row = {
  id: string
  cause: ModCase['cause']
  kind: ModCase['kind']
  path: string | null
  post_id: string | null
  quote: string
  now: string | null
  photos: Photo[]
  hidden: boolean
  username: string | null
  anonymous: boolean
  strikes: number
  reports: { rule: HouseRule; text: string | null; at: string }[]
  opened_at: Date
  claimed_by: string | null
  claimer: string | null
  claimed_until: Date | null
  rule: HouseRule | null
  note: string | null
  resolved_at: Date | null
  outcome: 'removed' | 'kept' | null
  appeal_granted: boolean | null
  appealed: boolean
}

function toCase(row: Row, { by, now }: CasesAsked): ModCase {
  const { username, claimed_by, claimer, claimed_until, outcome, appeal_granted, appealed, ...rest } = row
  const granted = appealed ? appeal_granted : undefined
  const state = caseState({ outcome, claimedUntil: claimed_until, appealGranted: granted, now })
  const until = claimed_until?.toISOString()
  return {
    ...rest,
    state,
    now: row.now === row.quote ? null : row.now,
    author: username === null ? null : { username },
    reports: row.reports.map((report) => ({ ...report, at: new Date(report.at).toISOString() })),
    opened_at: row.opened_at.toISOString(),
    claimed: state === 'claimed' && until ? { username: claimer, mine: claimed_by === by, until } : null,
    resolved_at: row.resolved_at?.toISOString() ?? null,
  }
}

/** Where what the case `c` is about stands in our pages; `p` is its post. */
function pathOf(db: Db) {
  return db`case c.kind
    when 'post' then '/posts/' || p.id
    when 'event' then (select '/events/' || h.id from app.happening h where h.id = c.thing_id)
    when 'restock' then (
      select '/sneakers/' || r.sneaker_id || '#r-' || r.id from app.restock r where r.id = c.thing_id)
    when 'group' then (select '/groups/' || g.slug from app.cook_group g where g.id = c.thing_id)
    when 'guide' then (
      select '/groups/' || g.slug || '/guides/' || u.slug
        from app.guide u join app.cook_group g on g.id = u.group_id where u.id = c.thing_id)
    end`
}

/**
 * Cases as moderators see them: those that wait, the oldest first; all, the newest first. Nobody is told who wrote an
 * anonymous post, nor who reported.
 */
export async function listCases(db: Db, asked: CasesAsked): Promise<ModCase[]> {
  const { now, limit, open, before, id } = asked
  const page = open ? db`c.id > ${before ?? null}::uuid` : db`c.id < ${before ?? null}::uuid`
  const rows = await db<Row[]>`
    select c.id, c.cause, c.kind, ${pathOf(db)} as path, c.post_id, c.quote, p.text as now, c.anonymous, c.opened_at, c.claimed_by, c.claimed_until,
      c.rule, c.note, c.resolved_at, c.outcome, a.granted as appeal_granted, a.id is not null as appealed,
      case c.kind when 'post' then p.hidden_at is not null
        else c.outcome is not distinct from 'removed' and a.granted is not true end as hidden, claimer.username as claimer,
      case when not c.anonymous then author.username end as username,
      (select count(*)::int from app.strike s
        where s.member_id = c.member_id and s.expires_at > ${now} and s.lifted_at is null) as strikes,
      coalesce((select json_agg(json_build_object('rule', r.rule, 'text', r.text, 'at', r.created_at) order by r.id)
        from (select * from app.post_report where case_id = c.id order by id limit ${REPORTS}) r), '[]') as reports,
      coalesce((select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height) order by f.id)
        from app.post_photo pp join app.photo f on f.id = pp.photo_id where pp.post_id = c.post_id), '[]') as photos
    from app.mod_case c
    left join app.post p on p.id = c.post_id
    left join app.member author on author.id = c.member_id
    left join app.member claimer on claimer.id = c.claimed_by
    left join app.mod_appeal a on a.case_id = c.id
    where ${id ? db`c.id = ${id}` : db`true`} and ${open ? db`c.resolved_at is null` : db`true`}
      and ${before ? page : db`true`}
    order by ${open ? db`c.id` : db`c.id desc`} limit ${limit}`
  return rows.map((row) => toCase(row, asked))
}
