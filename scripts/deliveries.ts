import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { parseDeliveriesFlags } from './deliveries/flags.ts'
import { performDeliveries } from './deliveries/perform.ts'

/** `npm run deliveries`: what is sent to members outside of SNPD, and what nobody tries again. */
async function main(): Promise<void> {
  const { data, command } = parseDeliveriesFlags(process.argv.slice(2))
  const text = await withDatabase({ data, name: 'deliveries' }, process.env, (sql) =>
    performDeliveries(sql, command),
  )
  process.stdout.write(`${text}\n`)
}

await runCommand(main)
