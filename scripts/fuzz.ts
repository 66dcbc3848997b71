import { parseArgs } from 'node:util'
import { sentenceOf } from '../core/sentence.ts'
import { run } from './test/runners.ts'

const DEFAULT_RUNS = 200

/**
 * `npm run fuzz -- api [--seed N] [--runs N]`: random requests against the whole API, a world of its own for each seed;
 * exits 1 when an answer breaks a promise. `--seed N` alone plays that seed again.
 */
async function main([name, ...flags]: string[]): Promise<number> {
  if (name !== 'api') {
    process.stderr.write('npm run fuzz -- api [--seed N] [--runs N]\n')
    return 1
  }
  const options = { seed: { type: 'string' }, runs: { type: 'string' } } as const
  const { seed, runs } = parseArgs({ args: flags, options }).values
  // Where npm test ends: what it has played is not played again.
  const first = seed ?? '13'
  const many = runs ?? String(seed === undefined ? DEFAULT_RUNS : 1)
  const environment = { FUZZ_SEED: first, FUZZ_RUNS: many, FUZZ_TELL: '1' }
  const program = { name: 'vitest', args: ['run', 'test/fuzz/api.test.ts'], environment }
  const { code } = await run(program, (text) => process.stdout.write(text))
  return code
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  return 1
})
