import { parseArgs } from 'node:util'
import { readDeployment } from '../adapters/chain/deployment.ts'
import { parseConfig } from '../core/config.ts'
import { Final } from '../core/errors.ts'
import { sentenceOf } from '../core/sentence.ts'
import { findRunningChain } from './raffle/running.ts'
import { report, verifyRaffle } from './raffle/verify.ts'

const usage = 'npm run verify-raffle -- ID [--data .snpd]'
const DATA = '.snpd'

function refuse(message: string, cause?: unknown): Final {
  return new Final({ code: 'config.invalid', message, fix: `Usage: ${usage}`, cause })
}

function readArguments() {
  const options = { data: { type: 'string' } } as const
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (cause) {
    throw refuse((cause as Error).message, cause)
  }
}

function readFlags() {
  const { values, positionals } = readArguments()
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

await main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
})
