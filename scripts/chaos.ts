import { sentenceOf } from '../core/sentence.ts'
import { chaosIndexer } from './chaos/indexer.ts'

/** `npm run chaos -- indexer [--seed N] [--runs N]`: seeded faults; exits 1 when a seed ends with a wrong mirror. */
async function main([name, ...flags]: string[]): Promise<number> {
  if (name !== 'indexer') {
    process.stderr.write('npm run chaos -- indexer [--seed N] [--runs N]\n')
    return 1
  }
  const held = await chaosIndexer(flags, (line) => process.stdout.write(`${line}\n`))
  return held ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  return 1
})
