import { pino } from 'pino'
import { connect } from '../../db/client.ts'
import { surviveLostLogins } from '../../db/lost-login.ts'
import { type RelayOptions, startRelay } from '../../workers/relay/start.ts'
import { dieOfLostSocket } from './lost-socket.ts'

/** What a relay worker is told by the one who will kill it. */
type Told = Omit<RelayOptions, 'sql' | 'logger'> & { databaseUrl: string }

surviveLostLogins(process)
dieOfLostSocket()
process.once('message', ({ databaseUrl, ...options }: Told) => {
  const sql = connect(databaseUrl, { name: 'relayer', max: 3 })
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' }, pino.destination(2))
  startRelay({ ...options, sql, logger })
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
