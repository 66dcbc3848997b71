import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type BrowserKeeper, keepBrowser } from '../../../adapters/browser/launch.ts'
import { universalAdapter } from '../../../adapters/retailers/universal/adapter.ts'
import type { Bazaar } from '../../../test/fixtures/shops/bazaar/server.ts'
import { openDiskGate } from '../../checkout/gate.ts'
import type { Job } from '../../checkout/job.ts'
import { openJournal } from '../../checkout/journal.ts'
import { runCheckout } from '../../checkout/run.ts'

export function openBrowser(): BrowserKeeper {
  const { SNPD_BROWSER: configured, SNPD_CACHE: cache = '.cache', PATH: path } = process.env
  return keepBrowser({ configured, cache, path, env: process.env })
}

const card = { number: '4539578763621486', expMonth: 12, expYear: 2031, name: 'Kim Rivera' }

function jobAt(url: string, folder: string, keeper: BrowserKeeper): Job {
  return {
    ...{
      url: new URL(url),
      size: '10',
      mode: 'auto',
      again: false,
      maxTotal: { amount: '200', currency: null },
    },
    buyer: {
      ...{
        email: 'kim@example.org',
        name: 'Kim Rivera',
        given: 'Kim',
        family: 'Rivera',
        phone: '+15035550123',
      },
      ...{ street: '12 Canal St', city: 'Portland', state: 'OR', zip_code: '97201', country: 'US' },
    },
    wishes: { shipping: 'cheapest', payment: [] },
    payment: async () => ({ card, code: '739' }),
    ...{
      adapter: universalAdapter,
      keeper,
      journal: openJournal(folder),
      gate: openDiskGate(folder, folder),
    },
    screen: { step: () => undefined, say: () => undefined, end: () => undefined },
    ...{ prompt: undefined, reconcileSeconds: 2, stopping: new AbortController().signal },
  }
}

/** What `npm run checkout` does between its command line and its answer. Milliseconds. */
export async function lapOurs({ url }: Bazaar, keeper: BrowserKeeper): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-bench-'))
  try {
    const began = performance.now()
    const outcome = await runCheckout(jobAt(url, folder, keeper))
    if (outcome.kind !== 'ordered') throw new Error(JSON.stringify(outcome))
    return performance.now() - began
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The script, on a page of its own. Milliseconds. */
export async function lapDirect(
  { url }: Bazaar,
  browser: Browser,
  buy: (page: Awaited<ReturnType<Browser['newPage']>>, url: string) => Promise<void>,
): Promise<number> {
  const began = performance.now()
  const page = await browser.newPage({ locale: 'en-US' })
  await buy(page, url)
  await page.close()
  return performance.now() - began
}
