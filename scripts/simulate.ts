import { keepBrowser } from '../adapters/browser/launch.ts'
import { findSimulator } from '../adapters/retailers/simulators.ts'
import { siteAdapter } from '../adapters/retailers/sites/adapter.ts'
import { findSite } from '../adapters/retailers/sites.ts'
import { universalAdapter } from '../adapters/retailers/universal/adapter.ts'
import { parseConfig } from '../core/config.ts'
import { Final } from '../core/errors.ts'
import { complain } from './checkout/complain.ts'
import { openPrompt } from './checkout/prompt.ts'
import { EXIT_TROUBLE, exitCodeOf } from './checkout/result.ts'
import { checkoutSteps, screenFor } from './checkout/screen.ts'
import { stopSignal } from './checkout/stop.ts'
import { runCommand } from './cli/run.ts'
import { help, parseSimulateFlags, type SimulateFlags } from './simulate/flags.ts'
import { jsonFor, wordsFor } from './simulate/report.ts'
import { type Simulated, simulate } from './simulate/run.ts'

async function run(flags: SimulateFlags): Promise<Simulated> {
  const { SNPD_BROWSER, SNPD_CACHE } = parseConfig(process.env, ['SNPD_BROWSER', 'SNPD_CACHE'])
  const [site, simulator] = [findSite(flags.site), findSimulator(flags.site)]
  if (!site || !simulator)
    throw new Final({ code: 'config.invalid', message: `There is no simulator of ${flags.site}.` })
  const keeper = keepBrowser({
    ...{ configured: SNPD_BROWSER, cache: SNPD_CACHE, path: process.env.PATH, env: process.env },
  })
  const screen = screenFor(process.stderr, checkoutSteps)
  const stopping = stopSignal()
  stopping.addEventListener('abort', () => void keeper.close())
  const adapter = flags.universal ? universalAdapter : siteAdapter(site)
  const { mode, size, scenario } = flags
  try {
    return await simulate(simulator, scenario, {
      ...{ adapter, keeper, mode, size, screen, prompt: openPrompt(), stopping },
    })
  } finally {
    screen.end()
    await keeper.close()
  }
}

/** `npm run simulate`: a site's simulator on this machine, and the same adapter against it. */
async function main(): Promise<void> {
  const flags = parseSimulateFlags(process.argv.slice(2))
  if (!flags) return void process.stdout.write(help)
  const simulated = await run(flags)
  process.stdout.write(flags.json ? jsonFor(flags, simulated) : wordsFor(flags, simulated))
  process.exitCode = simulated.violations.length > 0 ? EXIT_TROUBLE : exitCodeOf(simulated.outcome)
}

await runCommand(main, complain)
