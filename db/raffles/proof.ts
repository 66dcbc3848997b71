import { winnersOf } from '../../core/raffle/draw.ts'
import type { RaffleProof } from '../../core/raffle/shape.ts'
import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { readBeaconOf, signatureOf } from './beacon.ts'

export type ProofAsked = { id: string; chainId: number; contract: Hex }

type Row = {
  created_round: bigint
  closes_at: Date
  winners: number
  drawn_round: bigint
  seed: Uint8Array
  tx_hash: Uint8Array
}

async function entrantsOf(db: Db, id: string): Promise<Hex[]> {
  const rows = await db<{ member_address: Uint8Array }[]>`
    select member_address from chain.raffle_entry where raffle_id = ${id} order by ticket`
  return rows.map(({ member_address }) => toHex(member_address))
}

/** What it takes to draw a raffle again; undefined before its draw, and before a worker has met its round. */
export async function readProof(
  db: Db,
  { id, chainId, contract }: ProofAsked,
): Promise<RaffleProof | undefined> {
  const [row] = await db<Row[]>`
    select r.round as created_round, r.closes_at, r.winners, d.round as drawn_round, d.seed, d.tx_hash
      from chain.raffle r join chain.raffle_draw d using (raffle_id) where r.raffle_id = ${id}`
  const beacon = await readBeaconOf(db, contract)
  const signature = row && beacon && (await signatureOf(db, beacon.chainHash, row.drawn_round))
  if (!row || !beacon || !signature) return undefined
  const entered = await entrantsOf(db, id)
  const seed = toHex(row.seed)
  const { chainHash, publicKey, genesis, period, margin } = beacon
  const closes_at = row.closes_at.getTime() / 1000
  return {
    ...{ chain_id: chainId, raffle: contract, id, entered, margin, signature },
    beacon: { chain_hash: chainHash, public_key: publicKey, genesis, period },
    created: { round: String(row.created_round), closes_at, winners: row.winners },
    drawn: { round: String(row.drawn_round), seed, tx_hash: toHex(row.tx_hash) },
    winners: winnersOf(seed, entered.length, row.winners),
  }
}
