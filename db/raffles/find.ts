import { Final } from '../../core/errors.ts'
import type { Prize } from '../../core/raffle/prize.ts'
import { toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { listWinners, type WonPlace } from './winners.ts'

export type Won = { planId: string | null; prizes: Prize[]; won: WonPlace[] }

type Row = {
  plan_id: string | null
  prizes: Prize[] | null
  winners: number
  entries: number
  seed: Uint8Array | null
}

export function unknownRaffle(): Final {
  return new Final({
    code: 'raffle.not-found',
    message: 'There is no such raffle.',
    fix: 'Choose one of /api/raffles.',
  })
}

/** What a raffle gives to whom; nobody before its draw. @throws Final `raffle.not-found` */
export async function findWon(db: Db, raffleId: string): Promise<Won> {
  const [row] = await db<Row[]>`
    select p.id as plan_id, p.prizes, r.winners, r.entries::float8 as entries, r.seed
    from chain.raffle_now r left join app.raffle_plan p on p.prize_hash = r.prize_hash and not exists (
      select from chain.raffle f where f.prize_hash = r.prize_hash and f.raffle_id < r.raffle_id)
    where r.raffle_id = ${raffleId}`
  if (!row) throw unknownRaffle()
  const { plan_id: planId, winners, entries, seed } = row
  const drawn = seed && { raffleId: BigInt(raffleId), seed: toHex(seed), entries, winners }
  return { planId, prizes: row.prizes ?? [], won: drawn ? await listWinners(db, drawn) : [] }
}
