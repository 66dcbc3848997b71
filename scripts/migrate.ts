import { runCommand } from './cli/run.ts'
import { parseMigrateFlags, urlsOf } from './migrate/flags.ts'
import { findPending, runAll } from './migrate/perform.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** `npm run migrate`: the database of this version, before its processes start. */
async function main(): Promise<void> {
  const flags = parseMigrateFlags(process.argv.slice(2))
  const urls = urlsOf(process.env, flags)
  if (!flags.check) {
    const ran = await runAll(urls)
    return print(ran.length === 0 ? 'The database was up to date.' : `Ran ${ran.join(', ')}.`)
  }
  const missing = await findPending(urls)
  if (missing.length > 0) process.exitCode = 1
  print(missing.length === 0 ? 'The database is up to date.' : `Still to run: ${missing.join(', ')}.`)
}

await runCommand(main)
