import { pino } from 'pino'
import { startIndexer } from '../../../indexer/start.ts'

/** Our indexer over one token's ledger, as its own process: `node ours.ts '{"databaseUrl", "rpcUrl", "chainId", "token"}'`. */
const { databaseUrl, rpcUrl, chainId, token } = JSON.parse(process.argv[2] ?? '{}')
const indexer = startIndexer({
  databaseUrl,
  rpcUrl,
  logger: pino({ level: 'warn' }),
  target: { chainId, startBlock: 0, contracts: { token } },
})
process.on('SIGTERM', () => void indexer.stop())
await indexer.done
