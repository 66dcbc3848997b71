import { tmpdir } from 'node:os'
import { requireShopUrl } from '../adapters/browser/fence.ts'
import { keepBrowser } from '../adapters/browser/launch.ts'
import type { DrawStep } from '../adapters/raffles/adapter.ts'
import { parseConfig } from '../core/config.ts'
import { entrantShape } from '../core/raffle-form/profile.ts'
import { complain } from './checkout/complain.ts'
import { openDiskGate } from './checkout/gate.ts'
import { readProfile } from './checkout/profile.ts'
import { openPrompt } from './checkout/prompt.ts'
import { screenFor } from './checkout/screen.ts'
import { stopSignal } from './checkout/stop.ts'
import { runCommand } from './cli/run.ts'
import { entrantOf } from './raffle-entry/entrant.ts'
import { type EntryFlags, help, parseEntryFlags } from './raffle-entry/flags.ts'
import { entryExitCode, entryJson, entrySentence } from './raffle-entry/result.ts'
import { type EntryRun, runEntry } from './raffle-entry/run.ts'

const steps: readonly DrawStep[] = ['find', 'fill', 'review', 'submit', 'confirm', 'reconcile']

function runOf(flags: EntryFlags): EntryRun {
  const names = ['SNPD_BROWSER', 'SNPD_CACHE', 'RECONCILE_SECONDS'] as const
  // A person waits before the terminal, and asks the shop again with the next run.
  const config = parseConfig({ RECONCILE_SECONDS: '30', ...process.env }, names)
  const profile = flags.profile === undefined ? undefined : readProfile(flags.profile, entrantShape)
  // The browser inherits the environment; a card's code is none of its business.
  const { SNPD_CVC: _, ...env } = process.env
  const { SNPD_BROWSER: configured, SNPD_CACHE: cache } = config
  return {
    // Draws on this machine may be entered: who runs the command owns both.
    url: requireShopUrl(flags.url, true),
    flags,
    entrant: entrantOf(profile, flags),
    gate: openDiskGate(tmpdir(), flags.journal),
    keeper: keepBrowser({ configured, cache, path: process.env.PATH, env }),
    screen: screenFor(process.stderr, steps),
    prompt: openPrompt(),
    reconcileSeconds: config.RECONCILE_SECONDS,
    stopping: stopSignal(),
  }
}

/** `npm run raffle-entry`: one entry in one shop's own draw, from a terminal; needs no server of ours to run. */
async function main(): Promise<void> {
  const flags = parseEntryFlags(process.argv.slice(2))
  if (!flags) return void process.stdout.write(help)
  const run = runOf(flags)
  run.stopping.addEventListener('abort', () => void run.keeper.close())
  try {
    const outcome = await runEntry(run)
    run.screen.end()
    const asked = { url: run.url.href, size: flags.size, mode: flags.mode }
    const text = flags.json ? entryJson(outcome, asked) : entrySentence(outcome)
    await new Promise<void>((resolve) => process.stdout.write(`${text}\n`, () => resolve()))
    process.exitCode = entryExitCode(outcome)
  } finally {
    await run.keeper.close()
  }
}

await runCommand(main, complain)
