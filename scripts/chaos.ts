import { sentenceOf } from '../core/sentence.ts'
import { runAll } from './chaos/all.ts'
import { runSeeds } from './chaos/seeds.ts'
import { simulations } from './chaos/simulations.ts'

const usage = () => [
  'npm run chaos -- NAME [--seed N] [--runs N], where NAME is all, or one of:',
  ...simulations.map(({ name, what }) => `  ${name.padEnd(8)} ${what}`),
]

/** `npm run chaos -- NAME|all [--seed N] [--runs N]`: seeded faults; exits 1 when a seed ends wrongly. */
async function main([name, ...flags]: string[]): Promise<number> {
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  if (name === 'all') return (await runAll(simulations, flags, { run: runSeeds, tell: print })) ? 0 : 1
  const simulation = simulations.find((one) => one.name === name)
  if (!simulation) {
    process.stderr.write(`${usage().join('\n')}\n`)
    return 1
  }
  const why = simulation.whyNot?.()
  if (why !== undefined) {
    process.stderr.write(`${why}\n`)
    return 1
  }
  const held = await runSeeds(simulation, flags, print)
  return held ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  return 1
})
