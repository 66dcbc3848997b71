import { pino } from 'pino'
import { connect } from '../../db/client.ts'
import { surviveLostLogins } from '../../db/lost-login.ts'
import { type KeepingOptions, startKeeper } from '../../workers/keeper/start.ts'
import { dieOfLostSocket } from './lost-socket.ts'

/** What a keeper is told by the one who will kill it. */
type Told = Omit<KeepingOptions, 'sql' | 'logger'> & { databaseUrl: string }

surviveLostLogins(process)
dieOfLostSocket()
process.once('message', ({ databaseUrl, ...options }: Told) => {
  const sql = connect(databaseUrl, { name: 'keeper', max: 3 })
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' }, pino.destination(2))
  startKeeper({ ...options, sql, logger })
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
