import { sentenceOf } from '../core/sentence.ts'
import { benches } from './bench/benches.ts'

/** `npm run bench` lists what there is; `npm run bench -- NAME` measures it and exits 1 when a bar is missed. */
async function main([name, ...flags]: string[]): Promise<number> {
  if (!name) {
    process.stdout.write('npm run bench -- NAME, where NAME is one of:\n')
    for (const bench of benches) process.stdout.write(`  ${bench.name.padEnd(8)} ${bench.what}\n`)
    return 0
  }
  const bench = benches.find((one) => one.name === name)
  if (!bench) {
    process.stderr.write(
      `There is no bench "${name}". There are: ${benches.map((one) => one.name).join(', ')}.\n`,
    )
    return 1
  }
  const run = await bench.load()
  const held = await run(flags, (line) => process.stdout.write(`${line}\n`))
  return held ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  return 1
})
