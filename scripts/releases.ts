import { sentenceOf } from '../core/sentence.ts'
import { connect, ping } from '../db/client.ts'
import { parseReleasesFlags } from './releases/flags.ts'
import { performReleases } from './releases/perform.ts'
import { findAppUrl } from './seed/running.ts'

/** `npm run releases`: what comes out when and where, as the calendar shows it. */
async function main(): Promise<void> {
  const { data, command } = parseReleasesFlags(process.argv.slice(2))
  const sql = connect(findAppUrl(data, process.env), { name: 'releases', max: 2 })
  try {
    await ping(sql)
    process.stdout.write(`${await performReleases(sql, command)}\n`)
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
