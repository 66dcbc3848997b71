import { randomBytes } from 'node:crypto'
import type { Hex } from '../../db/bytes.ts'
import { toBytea } from '../../db/bytes.ts'
import { planRaffle } from '../../db/raffles/plan.ts'
import type { TestDatabase } from './database.ts'

/** Where a row of the mirror stands: no two at one place. */
const place = () => ({
  ...{ block_number: 1, log_index: randomBytes(4).readUInt32BE(0) % 2_000_000_000 },
  ...{ tx_hash: randomBytes(32), block_time: new Date() },
})

let lastNumber = 0

export type RaffleRow = { id: string; planId: string }

/** A raffle as the mirror has it, with its description; open for an hour. */
export async function addRaffle(
  { app, indexer }: TestDatabase,
  { memberId, winners = 1, tier = 0 }: { memberId: string; winners?: number; tier?: number },
): Promise<RaffleRow> {
  const closesAt = new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000)
  const input = {
    ...{ title: 'Friday', text: '', prizes: [{ title: 'A pair', count: winners }], price: '5', tier },
    closes_at: closesAt.toISOString(),
  }
  const planId = await planRaffle(app, { memberId, input, now: new Date() })
  const [plan] = await app<
    { prize_hash: Uint8Array }[]
  >`select prize_hash from app.raffle_plan where id = ${planId}`
  const id = String(++lastNumber)
  await indexer`insert into chain.raffle ${indexer({
    ...{ ...place(), raffle_id: id, price: '5', winners, closes_at: closesAt, tier, round: '22' },
    prize_hash: plan?.prize_hash ?? randomBytes(32),
  })}`
  return { id, planId }
}

/** A wallet buys a pass. */
export async function addPass(
  { indexer }: TestDatabase,
  wallet: Hex,
  { tier, expiresAt }: { tier: number; expiresAt: Date },
): Promise<void> {
  await indexer`insert into chain.pass_purchase ${indexer({
    ...{ ...place(), member_address: toBytea(wallet), tier, expires_at: expiresAt, paid: '1' },
  })}`
}

/** These wallets enter, with tickets from 0 on. */
export async function addEntries(
  { indexer }: TestDatabase,
  id: string,
  wallets: readonly Hex[],
): Promise<void> {
  for (const [ticket, wallet] of wallets.entries())
    await indexer`insert into chain.raffle_entry ${indexer({
      ...{ ...place(), raffle_id: id, member_address: toBytea(wallet), ticket },
    })}`
}

/** It is drawn: with one entry that one wins. */
export async function addDraw({ indexer }: TestDatabase, id: string): Promise<void> {
  await indexer`insert into chain.raffle_draw ${indexer({
    ...{ ...place(), raffle_id: id, round: '22', seed: randomBytes(32) },
  })}`
}

/** The winner of a place asks for the prize on chain. */
export async function addClaim({ indexer }: TestDatabase, id: string, wallet: Hex): Promise<void> {
  await indexer`insert into chain.raffle_claim ${indexer({
    ...{ ...place(), raffle_id: id, member_address: toBytea(wallet), place: 0 },
  })}`
}
