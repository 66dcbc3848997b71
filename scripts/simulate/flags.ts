import { z } from 'zod'
import { type Scenario, scenarios } from '../../adapters/retailers/simulator/shop.ts'
import { siteNames } from '../../adapters/retailers/sites.ts'
import type { Mode } from '../checkout/flags.ts'
import { readFlags, refusing, shaped } from '../cli/flags.ts'

const usage = `npm run simulate -- --site NAME [--dry-run | --mode dry-run|review|auto] [--size 10] [--scenario ${scenarios.join('|')}] [--universal] [--json]`

export const help = `Opens the local simulator of a site and walks it with the same adapter as npm run checkout. Nothing leaves this machine.

${usage}

  --site       ${siteNames().join(', ')}
  --dry-run    stops before ordering (the same as --mode dry-run); review (the default) asks you first
  --size       as the site writes it (10)
  --scenario   what happens there (plain)
  --universal  without what is known of the site: as at a shop nobody has seen
  --json       one JSON object on stdout: the outcome as npm run checkout prints it, and what the simulator counted

Exit codes: those of npm run checkout; 1 also when the simulator saw something that a guest must not do.
`

const names = siteNames()
const shape = z.object({
  site: z.string('a name').refine((name) => names.includes(name), names.join(', ')),
  size: z.string().trim().max(20).default('10'),
  mode: z.enum(['dry-run', 'review', 'auto'], 'dry-run, review or auto').optional(),
  'dry-run': z.boolean().default(false),
  scenario: z.enum(scenarios, scenarios.join(', ')).default('plain'),
  universal: z.boolean().default(false),
  json: z.boolean().default(false),
})

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const
const options = {
  ...{ site: text, size: text, mode: text, scenario: text },
  ...{ 'dry-run': yes, universal: yes, json: yes, help: yes },
}

export type SimulateFlags = {
  site: string
  size: string
  mode: Mode
  scenario: Scenario
  universal: boolean
  json: boolean
}

const refuse = refusing(usage)

/**
 * The command line of `npm run simulate`; undefined when it asks for help. Pure.
 * @throws Final `config.invalid`
 */
export function parseSimulateFlags(args: string[]): SimulateFlags | undefined {
  const values = readFlags(args, options, refuse)
  if (values.help) return undefined
  const given = shaped(shape, values, refuse)
  const { 'dry-run': isDry, mode, ...rest } = given
  if (isDry && mode && mode !== 'dry-run') throw refuse(`--dry-run and --mode ${mode} contradict each other.`)
  return { ...rest, mode: isDry ? 'dry-run' : (mode ?? 'review') }
}
