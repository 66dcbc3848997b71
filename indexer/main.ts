import { pino } from 'pino'
import { readDeployment } from '../adapters/chain/deployment.ts'
import { parseConfig } from '../core/config.ts'
import { logOptions } from '../core/log.ts'
import { sentenceOf } from '../core/sentence.ts'
import { contractsOf } from './decode/contracts.ts'
import { startMetrics } from './metrics.ts'
import { type Indexer, startIndexer } from './start.ts'

const metricsNames = ['METRICS_PORT', 'METRICS_HOST', 'METRICS_TOKEN'] as const
const names = [
  'INDEXER_DATABASE_URL',
  'RPC_URL',
  'WS_URL',
  'DEPLOYMENT',
  'LOG_LEVEL',
  ...metricsNames,
] as const

/** A server that hangs must not keep us: what is not committed is read from the chain again. */
const LONGEST_STOP_MS = 5_000

function stopOnSignals(indexer: Indexer): void {
  const stop = () => {
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
    void indexer.stop()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
}

async function main(): Promise<void> {
  const config = parseConfig(process.env, names)
  const deployment = readDeployment(config.DEPLOYMENT)
  const indexer = startIndexer({
    databaseUrl: config.INDEXER_DATABASE_URL,
    rpcUrl: config.RPC_URL,
    wsUrl: config.WS_URL,
    logger: pino(logOptions('indexer', config.LOG_LEVEL)),
    target: {
      chainId: deployment.chain_id,
      startBlock: deployment.start_block,
      contracts: contractsOf(deployment),
    },
  })
  stopOnSignals(indexer)
  const stopMetrics = await startMetrics(config)
  await indexer.ready
  process.send?.({ ready: true })
  await indexer.done.finally(stopMetrics)
}

await main().catch((error: Error) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
})
// The channel to the parent would keep a finished process alive.
if (process.connected) process.disconnect()
