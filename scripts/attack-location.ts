import { parseAttackFlags } from './attack/flags.ts'
import { isBroken, sayReport } from './attack/report.ts'
import { attackLocation } from './attack/run.ts'
import { runCommand } from './cli/run.ts'

/**
 * `npm run attack-location`: tries to find out where anonymous posts of a running instance were written, and says the smallest
 * area that it could narrow one to. Exit code 1 below one cell of resolution 7.
 */
async function main(): Promise<void> {
  const { json, ...flags } = parseAttackFlags(process.argv.slice(2))
  const report = await attackLocation(flags)
  process.stdout.write(`${json ? JSON.stringify(report, null, 2) : sayReport(report)}\n`)
  if (isBroken(report)) process.exitCode = 1
}

await runCommand(main)
