import { parseArgs } from 'node:util'
import { Final } from '../../core/errors.ts'
import type { Run } from './run.ts'

type Part = { name: string; what: string; load: () => Promise<Run> }

/** Each alone with `--part NAME`, all without. */
const parts: readonly Part[] = [
  {
    name: 'latency',
    what: 'from a change at a shop to a socket',
    load: () => import('./alerts/latency.ts').then(({ runLatency }) => runLatency),
  },
  {
    name: 'gateways',
    what: 'two web processes, over the Postgres and the Redis adapter',
    load: () => import('./alerts/gateways.ts').then(({ runGateways }) => runGateways),
  },
  {
    name: 'lying',
    what: 'false in-stock at shops whose metadata lies',
    load: () => import('./alerts/lying.ts').then(({ runLying }) => runLying),
  },
  {
    name: 'checks',
    what: 'looks at shops a minute for each core, beside fetching and reading alone',
    load: () => import('./alerts/checks.ts').then(({ runChecks }) => runChecks),
  },
  {
    name: 'fanout',
    what: 'one alert to 5,000 sockets, beside bare ws',
    load: () => import('./alerts/fanout.ts').then(({ runFanout }) => runFanout),
  },
]

/** `--part NAME` and flags of that part's own; true when every bar held. */
export const runAlerts: Run = async (flags, tell, note) => {
  const options = { part: { type: 'string' } } as const
  const { values, tokens } = parseArgs({ args: [...flags], options, strict: false, tokens: true })
  const chosen = parts.filter(({ name }) => values.part === undefined || values.part === name)
  if (chosen.length === 0)
    throw new Final({
      code: 'config.invalid',
      message: `There is no part "${values.part}" of this bench.`,
      fix: `Name one of: ${parts.map(({ name }) => name).join(', ')}.`,
    })
  const skipped = tokens.find((token) => token.kind === 'option' && token.name === 'part')
  const count = skipped?.kind === 'option' && !skipped.inlineValue ? 2 : 1
  const own = skipped ? flags.toSpliced(skipped.index, count) : flags
  let held = true
  for (const { what, load } of chosen) {
    tell(`## ${what}`)
    held = (await (await load())(own, tell, note)) && held
  }
  return held
}
