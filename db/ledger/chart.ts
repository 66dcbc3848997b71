import type { LedgerChart } from '../../core/ledger/shape.ts'
import { inSnapshot } from '../chain/audit.ts'
import { balancePoints } from '../chain/chart.ts'
import { readCursor } from '../chain/cursor.ts'
import type { Sql } from '../client.ts'
import { walletsOf } from './wallets.ts'

/** As many as a picture of a phone's width can tell apart. */
const MOST_POINTS = 120

/** What the member held over time, as mirrored at this moment. */
export async function readChart(sql: Sql, memberId: string): Promise<LedgerChart> {
  return inSnapshot(sql, async (tx) => {
    const addresses = await walletsOf(tx, memberId)
    const points = await balancePoints(tx, { addresses, most: MOST_POINTS })
    return {
      points: points.map(({ block, at, balance }) => ({
        ...{ block_number: block, at: at.toISOString(), balance: String(balance) },
      })),
      changes: points[0]?.changes ?? 0,
      block_number: (await readCursor(tx))?.blockNumber ?? 0,
    }
  })
}
