import type { Sneaker } from '../../core/restock/shape.ts'
import type { Slashed } from '../../core/trade/ruling.ts'
import { sneakerJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'

export type OfferRow = {
  tradeId: string
  no: number
  byId: string
  bond: number
  answerBy: Date
  sendingSeconds: number
  note: string | null
  createdAt: Date
}
export type ItemRow = {
  tradeId: string
  no: number
  giver: 'maker' | 'taker'
  size: string
  condition: 'new' | 'tried' | 'worn'
  sneaker: Sneaker
}
export type StoryRow = { tradeId: string; memberId: string; told: string | null }
export type EvidenceRow = { tradeId: string; memberId: string; id: string; width: number; height: number }
export type JuryRow = {
  tradeId: string
  pool: string[]
  round: string
  openedAt: Date
  seed: Uint8Array | null
  verdict: Slashed | null
  /** In the order of the seats. */
  votes: { member_id: string; vote: Slashed | null }[]
}

type Ids = readonly string[]

/** Every offer of these trades, the newest first. */
export async function offersOf(db: Db, ids: Ids): Promise<OfferRow[]> {
  return db<OfferRow[]>`
    select trade_id as "tradeId", no, by_id as "byId", bond, answer_by as "answerBy",
      sending_seconds as "sendingSeconds", note, created_at as "createdAt"
    from app.trade_offer where trade_id = any(${[...ids]}::uuid[]) order by no desc`
}

export async function itemsOf(db: Db, ids: Ids): Promise<ItemRow[]> {
  return db<ItemRow[]>`
    select i.trade_id as "tradeId", i.no, i.giver, i.size, i.condition, ${sneakerJson(db)} as sneaker
    from app.trade_item i join app.sneaker sneaker on sneaker.id = i.sneaker_id
    where i.trade_id = any(${[...ids]}::uuid[]) order by i.place`
}

export async function storiesOf(db: Db, ids: Ids): Promise<StoryRow[]> {
  return db<StoryRow[]>`
    select trade_id as "tradeId", member_id as "memberId", told from app.trade_side
    where trade_id = any(${[...ids]}::uuid[])`
}

export async function evidenceOf(db: Db, ids: Ids): Promise<EvidenceRow[]> {
  return db<EvidenceRow[]>`
    select s.trade_id as "tradeId", p.member_id as "memberId", p.id, p.width, p.height
    from app.trade_photo s join app.photo p on p.id = s.photo_id
    where s.trade_id = any(${[...ids]}::uuid[]) order by p.id`
}

export async function juriesOf(db: Db, ids: Ids): Promise<JuryRow[]> {
  return db<JuryRow[]>`
    select j.trade_id as "tradeId", to_json(j.pool) as pool, j.round::text as round, j.opened_at as "openedAt", j.seed,
      j.verdict, coalesce((
        select json_agg(json_build_object('member_id', s.member_id, 'vote', s.vote) order by s.seat)
        from app.trade_juror s where s.trade_id = j.trade_id), '[]') as votes
    from app.trade_jury j where j.trade_id = any(${[...ids]}::uuid[])`
}
