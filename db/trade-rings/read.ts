import { Final } from '../../core/errors.ts'
import type { Ring } from '../../core/trade/ring.ts'
import type { Db } from '../client.ts'
import { type RingRow, ringRows, stateOf } from './row.ts'

export type RingReader = { memberId: string; now: Date }

/** Answered at once. */
const MOST = 20

function viewOf(row: RingRow, { memberId, now }: RingReader): Ring {
  const { id, bond, answerBy, sendingSeconds, createdAt, legs } = row
  const state = stateOf(row, now)
  const mine = legs.find(({ giverId }) => giverId === memberId)
  const may: Ring['may'] = mine?.joinedAt ? ['call-off'] : ['join', 'call-off']
  return {
    ...{ id, state, bond, sending_seconds: sendingSeconds, may: state === 'open' ? may : [] },
    ...{ answer_by: answerBy.toISOString(), created_at: createdAt.toISOString() },
    legs: legs.map(({ username, sneaker, size, condition, joinedAt, tradeId }, place) => ({
      ...{ from: username, to: legs[(place + 1) % legs.length]?.username ?? null },
      ...{ sneaker, size, condition, joined: joinedAt !== null, trade_id: tradeId },
    })),
  }
}

export function noRing(): Final {
  return new Final({
    code: 'trade.not-found',
    message: 'There is no such ring.',
    fix: 'Look at the list of your trades.',
  })
}

export function notInRing(): Final {
  return new Final({
    code: 'trade.not-yours',
    message: 'This ring is between three others.',
    fix: 'Look at the list of your own trades.',
  })
}

/** One ring, for the three who are in it. @throws Final `trade.not-found`, `trade.not-yours` */
export async function readRing(db: Db, { id, ...reader }: RingReader & { id: string }): Promise<Ring> {
  const [row] = await ringRows(db, [id])
  if (!row) throw noRing()
  if (row.legs.some(({ giverId }) => giverId === reader.memberId)) return viewOf(row, reader)
  throw notInRing()
}

/** The newest rings that a member is in. @param most all of them when it is left out */
export async function ownRings(db: Db, reader: RingReader, most?: number): Promise<Ring[]> {
  const found = await db<{ id: string }[]>`
    select ring_id as id from app.trade_ring_leg where giver_id = ${reader.memberId}
    order by ring_id desc limit ${most ?? null}`
  const rows = await ringRows(
    db,
    found.map(({ id }) => id),
  )
  return rows.map((row) => viewOf(row, reader))
}

/** What a page lists. */
export const newestRings = (db: Db, reader: RingReader): Promise<Ring[]> => ownRings(db, reader, MOST)
