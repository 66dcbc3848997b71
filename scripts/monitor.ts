import { tmpdir } from 'node:os'
import { requireShopUrl } from '../adapters/browser/fence.ts'
import { type BrowserKeeper, keepBrowser } from '../adapters/browser/launch.ts'
import { parseConfig } from '../core/config.ts'
import { Final } from '../core/errors.ts'
import { sentenceOf } from '../core/sentence.ts'
import { openDiskGate } from './checkout/gate.ts'
import { EXIT_BAD_INPUT, EXIT_TROUBLE } from './checkout/result.ts'
import { stopSignal } from './checkout/stop.ts'
import { runCommand } from './cli/run.ts'
import { openBrowserLook } from './monitor/browser.ts'
import { help, type MonitorFlags, parseMonitorFlags } from './monitor/flags.ts'
import type { Job } from './monitor/job.ts'
import { jsonLine, plainLine } from './monitor/line.ts'
import { runMonitor } from './monitor/run.ts'

function openBrowser(): BrowserKeeper {
  const { SNPD_BROWSER: configured, SNPD_CACHE: cache } = parseConfig(process.env, [
    'SNPD_BROWSER',
    'SNPD_CACHE',
  ])
  return keepBrowser({ configured, cache, path: process.env.PATH, env: process.env })
}

function jobOf({ url, everyMs, size, once, forMs, json, data }: MonitorFlags, keeper?: BrowserKeeper): Job {
  return {
    ...{ everyMs, size, once, forMs, url: requireShopUrl(url, true) },
    gate: openDiskGate(tmpdir(), data),
    // Who runs the command owns the machine: its own shops may be watched.
    guard: { loopback: true },
    browser: keeper && openBrowserLook(keeper),
    screen: {
      say: (message) => void process.stderr.write(`${message}\n`),
      tell: (told) => void process.stdout.write(`${json ? jsonLine(told, new Date()) : plainLine(told)}\n`),
    },
    stopping: stopSignal(),
  }
}

/** `npm run monitor`: one product page, from a terminal; needs no server and no database of ours. */
async function main(): Promise<void> {
  const flags = parseMonitorFlags(process.argv.slice(2))
  if (!flags) return void process.stdout.write(help)
  // Whoever reads the lines went away.
  process.stdout.on('error', () => process.exit(0))
  const keeper = flags.browser ? openBrowser() : undefined
  try {
    process.exitCode = await runMonitor(jobOf(flags, keeper))
  } finally {
    await keeper?.close()
  }
}

function complain(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = error instanceof Final ? EXIT_BAD_INPUT : EXIT_TROUBLE
}

await runCommand(main, complain)
