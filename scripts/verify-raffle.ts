import { readDeployment } from '../adapters/chain/deployment.ts'
import { parseConfig } from '../core/config.ts'
import { readWords, refusing } from './cli/flags.ts'
import { runCommand } from './cli/run.ts'
import { findRunningChain } from './raffle/running.ts'
import { report, verifyRaffle } from './raffle/verify.ts'

const usage = 'npm run verify-raffle -- ID [--data .snpd]'
const DATA = '.snpd'

const refuse = refusing(usage)

function readFlags() {
  const { values, positionals } = readWords(process.argv.slice(2), { data: { type: 'string' } }, refuse)
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0 || !/^[0-9]{1,18}$/.test(id))
    throw refuse('One number is needed: that of the raffle.')
  return { id: BigInt(id), data: values.data }
}

/** `npm run verify-raffle -- ID`: draws a raffle again, on the chain of RPC_URL or the one that `npm start` runs; `--data` means the latter. */
async function main(): Promise<void> {
  const { id, data } = readFlags()
  const isOwn = data === undefined && process.env.RPC_URL
  const environment = isOwn ? process.env : { ...process.env, ...findRunningChain(data ?? DATA) }
  const config = parseConfig(environment, ['RPC_URL', 'DEPLOYMENT', 'BEACON_URL'])
  const deployment = readDeployment(config.DEPLOYMENT)
  const verdict = await verifyRaffle({
    rpcUrl: config.RPC_URL,
    deployment,
    beaconUrls: config.BEACON_URL,
    id,
  })
  process.stdout.write(`${report(id, verdict).join('\n')}\n`)
  if (verdict.differences.length > 0) process.exitCode = 1
}

await runCommand(main)
