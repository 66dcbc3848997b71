import { pino } from 'pino'
import { connect } from '../../db/client.ts'
import { surviveLostLogins } from '../../db/lost-login.ts'
import { type DrawOptions, startDraw } from '../../workers/draw/start.ts'
import { dieOfLostSocket } from './lost-socket.ts'

/** What a draw worker is told by the one who will kill it. */
type Told = Omit<DrawOptions, 'sql' | 'logger'> & { databaseUrl: string }

surviveLostLogins(process)
dieOfLostSocket()
process.once('message', ({ databaseUrl, ...options }: Told) => {
  const sql = connect(databaseUrl, { name: 'drawer', max: 3 })
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' }, pino.destination(2))
  startDraw({ ...options, sql, logger })
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
