import { pino } from 'pino'
import { parseConfig } from '../../core/config.ts'
import { logOptions } from '../../core/log.ts'
import { sentenceOf } from '../../core/sentence.ts'
import { startBeacon } from './serve.ts'

/** The local drand beacon as its own process. */
async function main(): Promise<void> {
  const config = parseConfig(process.env, ['PORT', 'BEACON_KEY', 'BEACON_GENESIS', 'LOG_LEVEL'])
  const logger = pino(logOptions('beacon', config.LOG_LEVEL))
  const server = await startBeacon({
    port: config.PORT,
    key: config.BEACON_KEY as `0x${string}`,
    genesis: config.BEACON_GENESIS,
  })
  const stop = () => {
    server.closeAllConnections()
    server.close(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
  logger.info({ port: config.PORT }, 'the local beacon serves')
  process.send?.({ ready: true })
}

main().catch((error: Error) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
})
