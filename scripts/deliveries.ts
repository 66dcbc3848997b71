import { sentenceOf } from '../core/sentence.ts'
import { connect, ping } from '../db/client.ts'
import { parseDeliveriesFlags } from './deliveries/flags.ts'
import { performDeliveries } from './deliveries/perform.ts'
import { findAppUrl } from './seed/running.ts'

/** `npm run deliveries`: what is sent to members outside of SNPD, and what nobody tries again. */
async function main(): Promise<void> {
  const { data, command } = parseDeliveriesFlags(process.argv.slice(2))
  const sql = connect(findAppUrl(data, process.env), { name: 'deliveries', max: 2 })
  try {
    await ping(sql)
    process.stdout.write(`${await performDeliveries(sql, command)}\n`)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
})
// The channel to the parent would keep a finished process alive.
if (process.connected) process.disconnect()
