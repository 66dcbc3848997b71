import type { Db } from '../client.ts'

export type ChainState = {
  chainId: number
  /** The last mirrored block. */
  blockNumber: number
  blockTime: Date | null
  /** The indexer's last sign of life. */
  heartbeatAt: Date | null
  /** What the indexer's last audit found to differ from the chain, in a sentence. */
  drift: string | null
}

/** Where the mirror stands, or undefined before the indexer's first run. */
export async function readCursor(db: Db): Promise<ChainState | undefined> {
  const [row] = await db<
    {
      chain_id: number
      block_number: number
      block_time: Date | null
      at: Date | null
      drift: string | null
    }[]
  >`select chain_id::float8, cursor.block_number::float8, block_time, heartbeat.at, drift
      from chain.cursor left join chain.heartbeat using (id) left join chain.audit using (id)`
  if (!row) return undefined
  const { chain_id: chainId, block_number: blockNumber, block_time: blockTime, at: heartbeatAt, drift } = row
  return { chainId, blockNumber, blockTime, heartbeatAt, drift }
}
