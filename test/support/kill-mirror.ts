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
    const options = { rpcUrl, target, logger: silentLogger, pollMs: 30, retryMs: 5 }
    running = { postgres, indexer: startIndexer({ ...options, databaseUrl: postgres.url }) }
    running.indexer.done.catch(() => undefined)
  }
  /** Whatever was under way is lost. */
  const kill = async () => {
    const victim = running
    running = undefined
    victim?.postgres.kill()
    await victim?.indexer.stop()
  }
  const isAtHead = async () => {
    const [row] = await sql<{ hash: string }[]>`
      select '0x' || encode(block_hash, 'hex') as hash from chain.cursor`
    return row !== undefined && row.hash === (await chain.headHash())
  }
  const close = async () => {
    await kill()
    await sql.end({ timeout: 2 })
  }
  return { start, kill, isAtHead, close }
}
