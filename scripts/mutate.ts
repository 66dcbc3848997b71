import { parseArgs } from 'node:util'
import { mutants } from './mutate/mutants.ts'
import { runMutants } from './mutate/run.ts'
import { openScratch } from './mutate/scratch.ts'

/** Two cores; a third copy only takes turns. */
const COPIES = 2

/** `npm run mutate`: every fault put into the contracts must turn a test red. `--only TEXT` tries those whose name has it. */
async function main(): Promise<number> {
  const { only = '' } = parseArgs({ options: { only: { type: 'string' } } }).values
  const chosen = mutants.filter(({ name }) => name.includes(only))
  const tell = (line: string) => process.stdout.write(`${line}\n`)
  if (chosen.length === 0) {
    tell(`No mutant's name has "${only}" in it.`)
    return 1
  }
  const scratches = Array.from({ length: Math.min(COPIES, chosen.length) }, () => openScratch())
  const { killed, alive, errors } = await runMutants(chosen, scratches, tell)
  tell(`${killed} killed, ${alive} alive${errors > 0 ? `, ${errors} errors` : ''}`)
  return alive + errors > 0 ? 1 : 0
}

// The copies are removed when the process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
process.exitCode = await main()
