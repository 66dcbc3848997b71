import type { BeaconNetwork } from '../../core/beacon/network.ts'
import { type Hex, toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'

/** What decides the raffles of a contract. margin: seconds from a close to its round. */
export type RaffleBeacon = Pick<BeaconNetwork, 'chainHash' | 'publicKey' | 'genesis' | 'period'> & {
  margin: number
}

/** Keeps what the contracts say of their beacon. */
export async function keepBeacon(db: Db, contract: Hex, beacon: RaffleBeacon): Promise<void> {
  const { chainHash, publicKey, genesis, period, margin } = beacon
  await db`
    insert into app.raffle_beacon (contract, margin, chain_hash, public_key, genesis, period)
      values (${toBytea(contract)}, ${margin}, ${chainHash}, ${publicKey}, ${genesis}, ${period})
      on conflict (contract) do update set margin = excluded.margin, chain_hash = excluded.chain_hash,
        public_key = excluded.public_key, genesis = excluded.genesis, period = excluded.period`
}

/** What a worker read of the contract's beacon; undefined before its first look. */
export async function readBeaconOf(db: Db, contract: Hex): Promise<RaffleBeacon | undefined> {
  const [row] = await db<RaffleBeacon[]>`
    select margin::float8 as margin, chain_hash as "chainHash", public_key as "publicKey",
      genesis::float8 as genesis, period from app.raffle_beacon where contract = ${toBytea(contract)}`
  return row
}

/** Keeps a round that verified. signature: compressed, hex */
export async function keepRound(
  db: Db,
  { chainHash, round, signature }: { chainHash: string; round: bigint; signature: string },
): Promise<void> {
  await db`
    insert into app.beacon_round (chain_hash, round, signature)
      values (${chainHash}, ${String(round)}, ${signature}) on conflict do nothing`
}

/** The rounds of drawn raffles that are not kept: somebody else drew them. */
export async function missingRounds(db: Db, chainHash: string): Promise<bigint[]> {
  const rows = await db<{ round: bigint }[]>`
    select distinct d.round from chain.raffle_draw d
      where not exists (select from app.beacon_round b where b.chain_hash = ${chainHash} and b.round = d.round)
      order by d.round desc limit 5`
  return rows.map(({ round }) => round)
}

/** The beacon's signature of a round, compressed, hex; undefined when it is not kept. */
export async function signatureOf(db: Db, chainHash: string, round: bigint): Promise<string | undefined> {
  const [row] = await db<{ signature: string }[]>`
    select signature from app.beacon_round where chain_hash = ${chainHash} and round = ${String(round)}`
  return row?.signature
}
