import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { parseTargetsFlags } from './targets/flags.ts'
import { performTargets } from './targets/perform.ts'

/** `npm run targets`: the product pages that the monitors watch. */
async function main(): Promise<void> {
  const { data, command } = parseTargetsFlags(process.argv.slice(2))
  const text = await withDatabase({ data, name: 'targets' }, process.env, (sql) =>
    performTargets(sql, command),
  )
  process.stdout.write(`${text}\n`)
}

await runCommand(main)
