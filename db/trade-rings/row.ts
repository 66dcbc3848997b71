import type { Sneaker } from '../../core/restock/shape.ts'
import { type RingState, ringState } from '../../core/trade/ring.ts'
import { sneakerJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'

export type LegRow = {
  giverId: string
  /** Null of who left. */
  username: string | null
  sneaker: Sneaker
  size: string
  condition: 'new' | 'tried' | 'worn'
  joinedAt: Date | null
  wallet: Uint8Array | null
  tradeId: string | null
}

export type RingRow = {
  id: string
  proposedBy: string
  /** Whole karma. */
  bond: number
  answerBy: Date
  sendingSeconds: number
  createdAt: Date
  calledOffAt: Date | null
  /** Around, three of them. */
  legs: LegRow[]
}

type Row = Omit<RingRow, 'legs'>

/** These rings, the newest first; of ids that are none there is nothing. */
export async function ringRows(db: Db, ids: readonly string[]): Promise<RingRow[]> {
  const rings = await db<Row[]>`
    select id, proposed_by as "proposedBy", bond, answer_by as "answerBy", sending_seconds as "sendingSeconds",
      created_at as "createdAt", called_off_at as "calledOffAt"
    from app.trade_ring where id = any(${[...ids]}::uuid[]) order by id desc`
  const legs = await db<(LegRow & { ringId: string })[]>`
    select l.ring_id as "ringId", l.giver_id as "giverId", m.username, l.size, l.condition, l.joined_at as "joinedAt", l.wallet,
      l.trade_id as "tradeId", ${sneakerJson(db)} as sneaker
    from app.trade_ring_leg l join app.member m on m.id = l.giver_id join app.sneaker sneaker on sneaker.id = l.sneaker_id
    where l.ring_id = any(${[...ids]}::uuid[]) order by l.place`
  return rings.map((ring) => ({ ...ring, legs: legs.filter(({ ringId }) => ringId === ring.id) }))
}

/** Where a ring stands at this moment. Pure. */
export function stateOf({ calledOffAt, answerBy, legs }: RingRow, now: Date): RingState {
  return ringState({ calledOffAt, answerBy, isAgreed: legs.every(({ tradeId }) => tradeId !== null), now })
}
