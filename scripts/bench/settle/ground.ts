import { setTimeout as sleep } from 'node:timers/promises'
import { createPublicClient, http, type PublicClient } from 'viem'
import { connect, type Sql } from '../../../db/client.ts'
import { contractsOf } from '../../../indexer/decode/contracts.ts'
import { startIndexer } from '../../../indexer/start.ts'
import { startChain, type TestChain } from '../../../test/support/chain.ts'
import { silentLogger } from '../../../test/support/settle.ts'
import { callAnvil } from '../../../test/support/sim-chain.ts'
import { startChaosServer } from '../../chaos/database.ts'

/** A chain, a Postgres that waits for its disk, and the mirror between them. */
export type Ground = {
  chain: TestChain
  client: PublicClient
  /** As the app's role. */
  sql: Sql
  /** Until the count of a mirrored table is this. @returns milliseconds since `began` */
  mirrored: (count: () => Promise<number>, goal: number, began: number) => Promise<number>
  /** Gas that all blocks after this one used. */
  gasSince: (block: bigint) => Promise<number>
  stop: () => Promise<void>
}

const POLL_MS = 5

/** @param blockSeconds 0: a block for each transaction, at once */
export async function openGround(blockSeconds: number): Promise<Ground> {
  const server = await startChaosServer({})
  const { appUrl, indexerUrl } = await server.create()
  const chain = await startChain(undefined, { states: 64 })
  const { rpcUrl, deployment } = chain
  const sql = connect(appUrl, { name: 'bench', max: 6 })
  const indexer = startIndexer({
    ...{ databaseUrl: indexerUrl, rpcUrl, wsUrl: rpcUrl.replace('http:', 'ws:'), logger: silentLogger },
    target: {
      ...{ chainId: deployment.chain_id, startBlock: deployment.start_block },
      contracts: contractsOf(deployment),
    },
  })
  await indexer.ready
  if (blockSeconds > 0)
    await callAnvil(rpcUrl, [
      ['evm_setAutomine', false],
      ['evm_setIntervalMining', blockSeconds],
    ])
  const client = createPublicClient({ transport: http(rpcUrl), cacheTime: 0, pollingInterval: POLL_MS })
  const mirrored = async (count: () => Promise<number>, goal: number, began: number) => {
    while ((await count()) < goal) await sleep(POLL_MS)
    return performance.now() - began
  }
  const gasSince = async (block: bigint) => {
    let gas = 0n
    const head = await client.getBlockNumber()
    for (let number = block + 1n; number <= head; number++)
      gas += (await client.getBlock({ blockNumber: number })).gasUsed
    return Number(gas)
  }
  const stop = async () => {
    await indexer.stop()
    await sql.end({ timeout: 2 })
    await Promise.all([chain.close(), server.stop()])
  }
  return { chain, client, sql, mirrored, gasSince, stop }
}
