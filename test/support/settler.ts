import { pino } from 'pino'
import { deploymentShape } from '../../core/deployment.ts'
import { connect } from '../../db/client.ts'
import { startSettle } from '../../workers/settle/start.ts'

/** A settle worker as its own process, to be killed: `node settler.ts '{"appUrl", "rpcUrl", "awarderKey", "deployment"}'`. */
const { appUrl, rpcUrl, awarderKey, deployment } = JSON.parse(process.argv[2] ?? '{}')
startSettle({
  sql: connect(appUrl, { name: 'settler', max: 3 }),
  rpcUrl,
  awarderKey,
  deployment: deploymentShape.parse(deployment),
  logger: pino({ level: 'silent' }),
  stuckSeconds: 1,
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
