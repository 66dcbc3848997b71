import { readDeployment } from '../adapters/chain/deployment.ts'
import { contractsOf } from '../indexer/decode/contracts.ts'
import { type AuditTarget, audit } from './audit/audit.ts'
import { type Flags, help, parseFlags } from './audit/flags.ts'
import { isSound, report } from './audit/report.ts'
import { runCommand } from './cli/run.ts'
import { findRunningChain } from './raffle/running.ts'
import { findRunning } from './seed/running.ts'

function targetOf({ subject }: Flags): AuditTarget {
  if ('data' in subject) {
    const { RPC_URL: rpcUrl, DEPLOYMENT } = findRunningChain(subject.data)
    const { appUrl: databaseUrl } = findRunning(subject.data)
    return { rpcUrl, databaseUrl, contracts: contractsOf(readDeployment(DEPLOYMENT)) }
  }
  const { rpcUrl, databaseUrl, source } = subject
  const contracts =
    'token' in source ? { token: source.token } : contractsOf(readDeployment(source.deployment))
  return { rpcUrl, databaseUrl, contracts }
}

/** `npm run audit-ledger`: the mirror beside the chain; exits with 1 when they differ. */
async function main(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2), process.env)
  if (!flags) {
    process.stdout.write(help)
    return
  }
  const result = await audit(targetOf(flags), flags.sample)
  process.stdout.write(`${report(result).join('\n')}\n`)
  if (!isSound(result)) process.exitCode = 1
}

await runCommand(main)
