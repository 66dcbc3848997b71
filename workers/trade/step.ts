import type { BeaconNetwork } from '../../core/beacon/network.ts'
import { roundAfter, timeOf } from '../../core/beacon/rounds.ts'
import { JURY_MARGIN } from '../../core/trade/jury.ts'
import type { Hex } from '../../core/typed-data/domain.ts'
import type { Sql } from '../../db/client.ts'
import { awaitedRounds, drawJuries, openJuries } from '../../db/trades/jury.ts'
import { tellMirroredNews } from '../../db/trades/mirrored-news.ts'
import { settleTrades } from '../../db/trades/settle.ts'

type Clock = Pick<BeaconNetwork, 'genesis' | 'period'>

/** The beacon that the contracts trust. Throws Retryable `beacon.*` */
export type JuryBeacon = {
  clock: () => Promise<Clock>
  /** Of a round that is out, verified. */
  randomness: (round: bigint) => Promise<Hex>
}

export type Trading = {
  sql: Sql
  beacon: JuryBeacon
  /** Carries verdicts to the contract; undefined: another process of ours does, or nobody and the deadline frees the bonds. */
  carry: (() => Promise<void>) | undefined
  /** Length of the challenge window that awards must pass. */
  challengeSeconds: number
}

/** Closes the lists of new disputes before anyone knows their round, and seats the juries whose round is out. */
async function seatJuries({ sql, beacon }: Trading, now: Date): Promise<void> {
  const seconds = Math.floor(now.getTime() / 1000)
  const round = async () => roundAfter(await beacon.clock(), seconds + JURY_MARGIN)
  await openJuries(sql, { round, now })
  for (const awaited of await awaitedRounds(sql)) {
    if (timeOf(await beacon.clock(), awaited) > seconds) return
    await drawJuries(sql, { round: awaited, randomness: await beacon.randomness(awaited), now })
  }
}

/**
 * One step: both sides hear what the mirror shows, what went well is paid, verdicts are carried out, and who decides the rest
 * is drawn. Only that waits for the beacon, and only where there is a dispute.
 */
export async function tradeStep(trading: Trading, now: Date): Promise<void> {
  const { sql, challengeSeconds, carry } = trading
  await tellMirroredNews(sql, now)
  await settleTrades(sql, { now, challengeSeconds })
  // Neither waits for the other: the beacon's servers may be down, and so may be the account that carries verdicts.
  const done = await Promise.allSettled([carry?.(), seatJuries(trading, now)])
  for (const each of done) if (each.status === 'rejected') throw each.reason
}
