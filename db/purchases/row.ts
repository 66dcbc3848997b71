import type { Outcome } from '../../core/checkout/outcome.ts'
import type {
  Preferences,
  PurchaseMode,
  PurchaseRequest,
  PurchaseState,
  Review,
} from '../../core/checkout/shape.ts'
import type { Db } from '../client.ts'

export type RequestRow = {
  id: string
  drop_id: string
  size: string
  max_total_minor: number
  currency: string
  mode: PurchaseMode
  preferences: Preferences
  state: PurchaseState
  review: Review | null
  outcome: Outcome | null
  live: PurchaseRequest['live']
  word: PurchaseRequest['word']
  created_at: Date
  updated_at: Date
  slug: string
  title: string
}
type EventRow = {
  id: bigint
  request_id: string
  at: Date
  state: PurchaseState
  step: string | null
  message: string
  has_screenshot: boolean
}

/** The columns of one request as the API shows it, joined with its drop (`r`, `d`). */
export const requestColumns = `r.id, r.drop_id, r.size, r.max_total_minor, r.currency, r.mode, r.preferences, r.state,
  r.review, r.outcome, r.word, r.created_at, r.updated_at, d.slug, d.title,
  (select jsonb_build_object('reason', l.reason, 'detail', l.detail,
      'until', to_char(l.until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
    from app.live_page l where l.request_id = r.id and l.returned is null and l.until > now()) as live`

function present(row: RequestRow, events: EventRow[]): PurchaseRequest {
  const { slug, title, created_at, updated_at, ...rest } = row
  return {
    ...rest,
    drop: { slug, title },
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
    events: events.map(({ id, request_id: _, at, ...event }) => ({
      ...event,
      id: Number(id),
      at: at.toISOString(),
    })),
  }
}

/** Request rows with their events, in the order given. */
export async function withEvents(db: Db, rows: RequestRow[]): Promise<PurchaseRequest[]> {
  const events = await db<EventRow[]>`
    select id, request_id, at, state, step, message, screenshot is not null as has_screenshot
    from app.purchase_event where request_id = any(${rows.map(({ id }) => id)}::uuid[]) order by id`
  const byRequest = Map.groupBy(events, (event) => event.request_id)
  return rows.map((row) => present(row, byRequest.get(row.id) ?? []))
}
