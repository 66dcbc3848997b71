import { tmpdir } from 'node:os'
import { keepBrowser } from '../adapters/browser/launch.ts'
import type { Outcome } from '../core/checkout/outcome.ts'
import { profileShape } from '../core/checkout/profile.ts'
import { parseConfig } from '../core/config.ts'
import { complain } from './checkout/complain.ts'
import { type Flags, help, parseFlags } from './checkout/flags.ts'
import { openDiskGate } from './checkout/gate.ts'
import type { Job } from './checkout/job.ts'
import { openJournal } from './checkout/journal.ts'
import { paymentFrom } from './checkout/payment.ts'
import { buyerOf, readProfile } from './checkout/profile.ts'
import { openPrompt } from './checkout/prompt.ts'
import { exitCodeOf, jsonOf, sentenceFor } from './checkout/result.ts'
import { runCheckout } from './checkout/run.ts'
import { checkoutSteps, screenFor } from './checkout/screen.ts'
import { stopSignal } from './checkout/stop.ts'
import { targetOf } from './checkout/target.ts'
import { runCommand } from './cli/run.ts'

function jobOf(flags: Flags): Job {
  const names = ['SNPD_CVC', 'SNPD_BROWSER', 'SNPD_CACHE', 'RECONCILE_SECONDS'] as const
  // A person waits before the terminal, and asks the shop again with the next run.
  const config = parseConfig({ RECONCILE_SECONDS: '30', ...process.env }, names)
  const profile = flags.profile === undefined ? undefined : readProfile(flags.profile, profileShape)
  // The browser inherits the environment; the code is none of its business.
  const { SNPD_CVC: _, ...env } = process.env
  const prompt = openPrompt()
  return {
    ...targetOf(flags.target),
    ...{ size: flags.size, mode: flags.mode, maxTotal: flags.maxTotal, again: flags.again },
    buyer: buyerOf(profile),
    wishes: { shipping: profile?.shipping ?? 'cheapest', payment: profile?.payment ?? [] },
    payment: paymentFrom(profile, config.SNPD_CVC, prompt),
    keeper: keepBrowser({
      configured: config.SNPD_BROWSER,
      cache: config.SNPD_CACHE,
      path: process.env.PATH,
      env,
    }),
    journal: openJournal(flags.journal),
    gate: openDiskGate(tmpdir(), flags.journal),
    screen: screenFor(process.stderr, checkoutSteps),
    prompt,
    reconcileSeconds: config.RECONCILE_SECONDS,
    stopping: stopSignal(),
  }
}

/** To stdout, all of it, before the journal says that the person knows. */
async function tell(flags: Flags, job: Job, outcome: Outcome): Promise<void> {
  job.screen.end()
  const asked = { url: job.url.href, size: job.size, mode: job.mode }
  const text = flags.json ? jsonOf(outcome, asked) : sentenceFor(outcome)
  await new Promise<void>((resolve) => process.stdout.write(`${text}\n`, () => resolve()))
  job.journal.markTold({ url: job.url, email: job.buyer.email })
}

async function run(flags: Flags): Promise<void> {
  const job = jobOf(flags)
  const close = () => void job.keeper.close()
  job.stopping.addEventListener('abort', close)
  try {
    const outcome = await runCheckout(job)
    await tell(flags, job, outcome)
    process.exitCode = exitCodeOf(outcome)
  } finally {
    await job.keeper.close()
  }
}

/** `npm run checkout`: one walk through one shop, from a terminal; needs no server of ours to run. */
async function main(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2))
  if (flags) await run(flags)
  else process.stdout.write(help)
}

await runCommand(main, complain)
