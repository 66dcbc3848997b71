import { timeOf } from '../../core/beacon/rounds.ts'
import { DRAW_WINDOW } from '../../core/raffle/limits.ts'
import { type Prize, prizeOf } from '../../core/raffle/prize.ts'
import type { Raffle, RaffleList } from '../../core/raffle/shape.ts'
import { isDrawn, type mirroredStates, raffleState } from '../../core/raffle/states.ts'
import { type Hex, toHex } from '../bytes.ts'
import { readCursor } from '../chain/cursor.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { type RaffleBeacon, readBeaconOf } from './beacon.ts'
import { listMine } from './mine.ts'
import { listWinners, type WonPlace } from './winners.ts'

export type RafflesAsked = {
  /** Whose tickets are told; null of one who is not signed in. */
  memberId: string | null
  now: Date
  /** The Raffle contract: which beacon decides hangs on it. */
  contract: Hex
  /** One alone, with its winners. */
  id?: string | undefined
  /** Those that take entries; those that do not. */
  of?: 'open' | 'over' | undefined
  /** Number of the last one of the page before. */
  before?: string | undefined
  limit: number
}

type Row = {
  id: bigint
  plan_id: string | null
  title: string | null
  text: string | null
  prizes: Prize[] | null
  prize_hash: Uint8Array
  price: bigint
  winners: number
  entries: number
  tier: number
  state: (typeof mirroredStates)[number]
  block_time: Date
  closes_at: Date
  round: bigint
  seed: Uint8Array | null
  drawn_at: Date | null
  opened_tx: Uint8Array
  drawn_tx: Uint8Array | null
}

/** Two raffles with one description: the first one is the described one. */
async function readRows(db: Db, { id, of, before, limit, now }: RafflesAsked): Promise<Row[]> {
  const one = id === undefined ? db`true` : db`r.raffle_id = ${id}`
  const open = db`(r.state = 'open' and r.closes_at > ${now})`
  const side = of === undefined ? db`true` : of === 'open' ? open : db`not ${open}`
  const page = before === undefined ? db`true` : db`r.raffle_id < ${before}`
  return db<Row[]>`
    select r.raffle_id as id, p.id as plan_id, p.title, p.text, p.prizes, r.prize_hash, r.price, r.winners,
      r.entries::float8 as entries, r.tier, r.state, r.block_time, r.closes_at, r.round, r.seed,
      d.block_time as drawn_at, r.tx_hash as opened_tx, d.tx_hash as drawn_tx
    from chain.raffle_now r left join chain.raffle_draw d using (raffle_id)
      left join app.raffle_plan p on p.prize_hash = r.prize_hash and not exists (
        select from chain.raffle f where f.prize_hash = r.prize_hash and f.raffle_id < r.raffle_id)
    where ${one} and ${side} and ${page} order by r.raffle_id desc limit ${limit}`
}

const iso = (time: Date) => time.toISOString()
const hexOrNull = (bytes: Uint8Array | null) => bytes && toHex(bytes)

type Beside = { beacon: RaffleBeacon | undefined; now: Date; won: WonPlace[]; mine: Raffle['mine'] }

function times({ closes_at, round, block_time, drawn_at }: Row, beacon: RaffleBeacon | undefined) {
  return {
    opened_at: iso(block_time),
    closes_at: iso(closes_at),
    draw_until: iso(new Date(closes_at.getTime() + DRAW_WINDOW * 1000)),
    round: String(round),
    round_at: beacon ? iso(new Date(timeOf(beacon, round) * 1000)) : null,
    drawn_at: drawn_at && iso(drawn_at),
  }
}

function toRaffle(row: Row, { beacon, now, won, mine }: Beside): Raffle {
  const { id, plan_id, title, text, winners, entries, tier } = row
  const prizes = row.prizes ?? []
  const mirrored = { state: row.state, closesAt: row.closes_at }
  return {
    ...{ id: String(id), plan_id, title, text, prizes, winners, entries, tier, mine },
    ...{ prize_hash: toHex(row.prize_hash), price: String(row.price), seed: hexOrNull(row.seed) },
    ...{ opened_tx: toHex(row.opened_tx), drawn_tx: hexOrNull(row.drawn_tx) },
    ...times(row, beacon),
    state: raffleState({ mirrored, plan: null, now }),
    won: won.map(({ place, ticket, wallet, claimed }) => ({
      ...{ place, ticket, wallet, claimed },
      prize: prizeOf(prizes, place)?.title ?? null,
    })),
  }
}

/** The winners of a row; none before its draw. */
async function wonOf(db: Db, { id, seed, entries, winners, state }: Row): Promise<WonPlace[]> {
  if (!seed || !isDrawn(state)) return []
  return listWinners(db, { raffleId: id, seed: toHex(seed), entries, winners })
}

async function read(db: Db, asked: RafflesAsked): Promise<RaffleList> {
  const { memberId, now, contract, id } = asked
  const block_number = (await readCursor(db))?.blockNumber ?? 0
  const beacon = await readBeaconOf(db, contract)
  const items: Raffle[] = []
  for (const row of await readRows(db, asked)) {
    const won = await wonOf(db, row)
    const mine = memberId === null ? [] : await listMine(db, { memberId, raffleId: row.id, won })
    items.push(toRaffle(row, { beacon, now, won: id === undefined ? [] : won, mine }))
  }
  return { block_number, items }
}

/** Raffles as mirrored at one block, the newest first. */
export async function listRaffles(sql: Sql, asked: RafflesAsked): Promise<RaffleList> {
  return inTransaction(sql, async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`
    return read(tx, asked)
  })
}
