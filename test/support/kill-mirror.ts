import { connect } from '../../db/client.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import type { KillChain } from './kill-chain.ts'
import { silentLogger } from './settle.ts'
import { type FaultyPostgres, startFaultyPostgres } from './sim-postgres.ts'

export type KillMirror = Awaited<ReturnType<typeof openKillMirror>>

/** An indexer between chain and database that can be killed, and how far it is. */
export async function openKillMirror(chain: KillChain, indexerUrl: string) {
  const { rpcUrl, deployment } = chain
  const { chain_id: chainId, start_block: startBlock } = deployment
  const sql = connect(indexerUrl, { name: 'kill', max: 1 })
  let running: { indexer: Indexer; postgres: FaultyPostgres } | undefined
  const start = async () => {
    if (running) return
    const postgres = await startFaultyPostgres(indexerUrl, () => undefined)
    const target = { chainId, startBlock, contracts: contractsOf(deployment) }
    const options = { rpcUrl, target, logger: silentLogger, pollMs: 50, retryMs: 5 }
    const mine = { postgres, indexer: startIndexer({ ...options, databaseUrl: postgres.url }) }
    running = mine
    // One that finds what its killed forerunner still wrote ends; whoever looks after it starts another.
    mine.indexer.done.catch(() => {
      mine.postgres.kill()
      if (running === mine) running = undefined
    })
  }
  /** Whatever was under way is lost. */
  const kill = () => {
    const victim = running
    running = undefined
    victim?.postgres.kill()
    // Cut off, it may wait for its answers as long as it likes.
    void victim?.indexer.stop()
  }
  /** Whether it has the chain's block of that number, or a later one. */
  const hasReached = async (number: number) => {
    const [row] = await sql<{ number: number }[]>`select block_number::float8 as number from chain.cursor`
    return row !== undefined && row.number >= number
  }
  const close = async () => {
    kill()
    await sql.end({ timeout: 2 })
  }
  return { start, kill, hasReached, close }
}
