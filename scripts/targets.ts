import { sentenceOf } from '../core/sentence.ts'
import { connect, ping } from '../db/client.ts'
import { findAppUrl } from './seed/running.ts'
import { parseTargetsFlags } from './targets/flags.ts'
import { performTargets } from './targets/perform.ts'

/** `npm run targets`: the product pages that the monitors watch. */
async function main(): Promise<void> {
  const { data, command } = parseTargetsFlags(process.argv.slice(2))
  const sql = connect(findAppUrl(data, process.env), { name: 'targets', max: 2 })
  try {
    await ping(sql)
    process.stdout.write(`${await performTargets(sql, command)}\n`)
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
