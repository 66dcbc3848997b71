import { pino } from 'pino'
import { parseConfig } from '../../../core/config.ts'
import { isSnpdError } from '../../../core/errors.ts'
import { logOptions } from '../../../core/log.ts'
import { startCorner } from './server.ts'

/** The simulated shop as its own process: PORT, and SHOP_FAULT for tests. */
async function main(): Promise<void> {
  const config = parseConfig(process.env, ['PORT', 'SHOP_FAULT', 'SHOP_LIFE_SECONDS', 'LOG_LEVEL'])
  const logger = pino(logOptions('corner', config.LOG_LEVEL))
  const { PORT: port, SHOP_FAULT: fault, SHOP_LIFE_SECONDS: lifeSeconds } = config
  const server = await startCorner({ port, fault, lifeSeconds })
  const stop = () => {
    server.closeAllConnections()
    server.close(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
  logger.info({ port }, 'corner is open')
  process.send?.({ ready: true })
}

main().catch((error: unknown) => {
  const words = isSnpdError(error) ? `${error.message} ${error.fix ?? ''}` : String(error)
  process.stderr.write(`${words.trim()}\n`)
  process.exit(1)
})
