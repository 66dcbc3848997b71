import { pino } from 'pino'
import { connect } from '../../db/client.ts'
import { surviveLostLogins } from '../../db/lost-login.ts'
import { type SettleOptions, startSettle } from '../../workers/settle/start.ts'
import { dieOfLostSocket } from './lost-socket.ts'

/** What a settle worker is told by the one who will kill it. */
type Told = Omit<SettleOptions, 'sql' | 'logger'> & { databaseUrl: string }

surviveLostLogins(process)
dieOfLostSocket()
process.once('message', ({ databaseUrl, ...options }: Told) => {
  const sql = connect(databaseUrl, { name: 'settler', max: 3 })
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' }, pino.destination(2))
  startSettle({ ...options, sql, logger })
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
