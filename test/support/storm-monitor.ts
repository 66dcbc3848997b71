import { connect, ping } from '../../db/client.ts'
import { openClock } from '../../db/clock.ts'
import { surviveLostLogins } from '../../db/lost-login.ts'
import { startMonitor } from '../../workers/monitor/start.ts'
import { openOriginGate } from '../../workers/shops/gate.ts'

// The monitor of workers/main.ts as a process of its own, which may look at shops of this machine.

const { APP_DATABASE_URL = '', SHOPS = '8' } = process.env
const warn = (...said: unknown[]) => void process.stderr.write(`${JSON.stringify(said)}\n`)

surviveLostLogins(process)
const sql = connect(APP_DATABASE_URL, { name: 'monitor', max: 4 })
await ping(sql)
const { now } = await openClock(sql)
const monitor = startMonitor({
  ...{ sql, now, gate: openOriginGate(sql), guard: { loopback: true }, origins: Number(SHOPS) },
  logger: { debug: () => undefined, info: () => undefined, warn, error: warn },
})
process.on('SIGTERM', () => void monitor.stop().then(() => process.exit(0)))
process.send?.({ ready: true })
