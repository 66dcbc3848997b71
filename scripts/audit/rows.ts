import type { Rpc } from '../../adapters/chain/rpc.ts'
import { countRows, readTransfers } from '../../db/chain/audit-rows.ts'
import type { Facts } from '../../db/chain/facts.ts'
import type { Transfer } from '../../db/chain/families/transfers.ts'
import type { Db } from '../../db/client.ts'
import { createBackfill } from '../../indexer/backfill.ts'
import { type Contracts, DecoderTable } from '../../indexer/decode/contracts.ts'
import { Pace } from '../../indexer/pace.ts'

/** How many events of one family the chain told, and rows of it the mirror has. */
export type Counted = { chain: number; mirror: number }
export type RowsFinding = {
  families: Map<keyof Facts, Counted>
  /** Transfers that only one side has, or has otherwise. */
  transfers: number
  /** Questions asked. */
  ranges: number
}
export type RowsOptions = { tx: Db; rpc: Rpc; contracts: Contracts; range: { from: number; to: number } }

const keyOf = (transfer: Transfer) => {
  const { blockNumber, logIndex, txHash, blockTime, from, to, value } = transfer
  return [blockNumber, logIndex, txHash, blockTime, from, to, value].join()
}

/** How many transfers one of the two has and the other has not. Pure. */
export function countDifferent(chain: Transfer[], mirror: Transfer[]): number {
  const told = new Set(chain.map(keyOf))
  const common = mirror.filter((transfer) => told.has(keyOf(transfer))).length
  return chain.length + mirror.length - 2 * common
}

/**
 * Reads all logs again and counts them beside the rows; transfers are compared whole.
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function auditRows({ tx, rpc, contracts, range }: RowsOptions): Promise<RowsFinding> {
  const backfill = createBackfill(
    { rpc, decoders: new DecoderTable(contracts) },
    new Pace(),
    (facts) => facts,
  )
  backfill.until = range.to
  const finding: RowsFinding = { families: new Map(), transfers: 0, ranges: 0 }
  for (let from = range.from; from <= range.to; ) {
    // Without a hash: what is asked for need not follow what is mirrored.
    const { made: facts, last } = await backfill.next({ number: from - 1, hash: null })
    const to = last.number
    for (const [name, count] of await countRows(tx, { from, to })) {
      const { chain, mirror } = finding.families.get(name) ?? { chain: 0, mirror: 0 }
      finding.families.set(name, { chain: chain + facts[name].length, mirror: mirror + count })
    }
    finding.transfers += countDifferent(facts.transfers, await readTransfers(tx, { from, to }))
    finding.ranges++
    from = to + 1
  }
  return finding
}
