import { pino } from 'pino'
import { parseConfig } from '../core/config.ts'
import { logOptions } from '../core/log.ts'
import { runCommand } from './cli/run.ts'
import { help, parseFlags } from './indexer/flags.ts'
import { runIndexer } from './indexer/run.ts'
import { logs, terminal } from './indexer/screen.ts'

/** A server that hangs must not keep us: what is not committed is read from the chain again. */
const LONGEST_STOP_MS = 5_000

function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  const stop = () => {
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
    stopping.abort()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
  return stopping.signal
}

/** `npm run indexer`: mirrors any ERC-20, or a deployment of SNPD, into schema chain of any Postgres. */
async function main(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2), process.env)
  if (!flags) {
    process.stdout.write(help)
    return
  }
  const { LOG_LEVEL } = parseConfig(process.env, ['LOG_LEVEL'])
  const screen = process.stdout.isTTY
    ? terminal((text) => process.stdout.write(text))
    : logs(pino(logOptions('indexer', LOG_LEVEL)))
  await runIndexer(flags, screen, stopSignal())
}

await runCommand(main)
