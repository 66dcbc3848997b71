import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { BrowserKeeper } from '../../adapters/browser/launch.ts'
import type { RetailAdapter } from '../../adapters/retailers/adapter.ts'
import { type Simulation, startSimulation } from '../../adapters/retailers/simulator/server.ts'
import type { Scenario, SimulatedSite } from '../../adapters/retailers/simulator/shop.ts'
import type { Mode } from '../../scripts/checkout/flags.ts'
import type { Prompt } from '../../scripts/checkout/prompt.ts'
import { type Simulated, walkSimulation } from '../../scripts/simulate/run.ts'

/** Says yes to everything, as a person at a terminal who has looked. */
export const saysYes: Prompt = { confirm: async () => true, secret: async () => '' }

export type Ask = { mode?: Mode; size?: string; prompt?: Prompt }
export type Told = Simulated & { steps: string[] }
export type Opened = {
  simulation: Simulation
  /** Walks there once, with the journal of the walks before. In review with nobody to ask unless told otherwise. */
  walk: (ask?: Ask) => Promise<Told>
}

/** A site acted out for one test, and its guest. */
export async function openSimulated(
  { site, adapter, keeper }: { site: SimulatedSite; adapter: RetailAdapter; keeper: BrowserKeeper },
  scenario: Scenario,
): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-simulated-'))
  const simulation = await startSimulation(site, scenario)
  onTestFinished(async () => {
    await simulation.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const walk = async ({ mode = 'review', size = '10', prompt }: Ask = {}): Promise<Told> => {
    const steps: string[] = []
    const note = (step: string, message: string) => void steps.push(`${step}: ${message}`)
    const screen = { step: note, say: (message: string) => note('say', message), end: () => undefined }
    const stopping = new AbortController().signal
    const options = { adapter, keeper, mode, size, screen, prompt, stopping }
    return { ...(await walkSimulation(simulation, folder, options)), steps }
  }
  return { simulation, walk }
}
