import { parseArgs } from 'node:util'
import { sentenceOf } from '../../core/sentence.ts'
import type { runSeeds } from './seeds.ts'
import type { Simulation } from './simulations.ts'

type Means = { run: typeof runSeeds; tell: (line: string) => void }
/** Not known of what cannot be run here. */
type Verdict = { name: string; held: boolean | undefined; seconds: number }

/** Flags that every simulation has; another one's own would be refused by the rest. */
function commonFlags(flags: readonly string[]): string[] {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...flags], options: { seed: text, runs: text } })
  return Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)])
}

async function runOne(simulation: Simulation, flags: string[], { run, tell }: Means): Promise<Verdict> {
  const { name, what } = simulation
  tell(`\n== ${name}: ${what}`)
  const why = simulation.whyNot?.()
  if (why !== undefined) {
    tell(why)
    return { name, held: undefined, seconds: 0 }
  }
  const began = performance.now()
  const held = await run(simulation, flags, tell).catch((error: unknown) => {
    tell(sentenceOf(error))
    return false
  })
  return { name, held, seconds: Math.round((performance.now() - began) / 1000) }
}

/**
 * The whole fault suite, one simulation after the other, each with the same `--seed` and `--runs`: with a seed alone that seed of each, without
 * either as many as each is meant to have. One that is red, or breaks down, does not keep the others from running.
 * @returns whether all held
 */
export async function runAll(
  simulations: readonly Simulation[],
  flags: readonly string[],
  means: Means,
): Promise<boolean> {
  const common = commonFlags(flags)
  const verdicts: Verdict[] = []
  for (const simulation of simulations) verdicts.push(await runOne(simulation, common, means))
  means.tell('')
  for (const { name, held, seconds } of verdicts)
    means.tell(`${name.padEnd(12)} ${held === undefined ? 'NOT RUN' : held ? 'held' : 'RED'} (${seconds} s)`)
  return verdicts.every(({ held }) => held !== false)
}
