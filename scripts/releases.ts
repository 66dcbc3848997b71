import type { Sql } from '../db/client.ts'
import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { parseReleasesFlags } from './releases/flags.ts'
import { performReleases } from './releases/perform.ts'

/** `npm run releases`: what comes out when and where, as the calendar shows it. */
async function main(): Promise<void> {
  const { data, command } = parseReleasesFlags(process.argv.slice(2))
  const perform = (sql: Sql) => performReleases(sql, command)
  process.stdout.write(`${await withDatabase({ data, name: 'releases' }, process.env, perform)}\n`)
}

await runCommand(main)
