import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserKeeper } from '../../adapters/browser/launch.ts'
import type { Buyer, PaymentDetails, RetailAdapter } from '../../adapters/retailers/adapter.ts'
import { type Simulation, startSimulation } from '../../adapters/retailers/simulator/server.ts'
import type { Scenario, SimulatedOrder, SimulatedSite } from '../../adapters/retailers/simulator/shop.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Mode } from '../checkout/flags.ts'
import { openDiskGate } from '../checkout/gate.ts'
import type { Job } from '../checkout/job.ts'
import { openJournal } from '../checkout/journal.ts'
import type { Prompt } from '../checkout/prompt.ts'
import { runCheckout } from '../checkout/run.ts'
import type { Screen } from '../checkout/screen.ts'

/** Nobody: a buyer and a card that exist only for simulators. */
const buyer: Buyer = {
  ...{ email: 'kim@example.org', name: 'Kim Rivera', given: 'Kim', family: 'Rivera', phone: '+15035550123' },
  ...{ street: '12 Canal St', city: 'Portland', state: 'OR', zip_code: '97201', country: 'US' },
}
/** The test number that payment services publish. */
const card = { number: '4111111111111111', expMonth: 4, expYear: 2031, name: 'Kim Rivera' }
const payment = async (): Promise<PaymentDetails> => ({ card, code: '123' })

const RECONCILE_SECONDS = 2

export type Simulated = {
  url: string
  outcome: Outcome
  orders: readonly SimulatedOrder[]
  violations: readonly string[]
}

export type SimulateOptions = {
  adapter: RetailAdapter
  keeper: BrowserKeeper
  mode: Mode
  size: string
  screen: Screen
  prompt: Prompt | undefined
  stopping: AbortSignal
}

/** One run at a simulation that is open, with a journal of the caller's. */
export async function walkSimulation(
  { url, shop }: Simulation,
  folder: string,
  options: SimulateOptions,
): Promise<Simulated> {
  const job: Job = {
    ...options,
    ...{ url: new URL(url), maxTotal: { amount: '500.00', currency: null }, again: false },
    ...{ buyer, wishes: { shipping: 'cheapest', payment: [] }, payment },
    ...{
      journal: openJournal(folder),
      gate: openDiskGate(folder, folder),
      reconcileSeconds: RECONCILE_SECONDS,
    },
  }
  const outcome = await runCheckout(job)
  job.journal.markTold({ url: job.url, email: buyer.email })
  return { url, outcome, orders: [...shop.orders], violations: [...shop.violations] }
}

/**
 * Opens a site's simulator, walks it once and closes it; keeps nothing.
 * @throws Final as a checkout does
 */
export async function simulate(
  site: SimulatedSite,
  scenario: Scenario,
  options: SimulateOptions,
): Promise<Simulated> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-simulate-'))
  const simulation = await startSimulation(site, scenario)
  try {
    return await walkSimulation(simulation, folder, options)
  } finally {
    await simulation.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
