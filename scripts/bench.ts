import { fileURLToPath } from 'node:url'
import { sentenceOf } from '../core/sentence.ts'
import { benches } from './bench/benches.ts'
import { currentLoad, keepResult, readResults, tableOf } from './bench/results.ts'
import type { Bar } from './bench/run.ts'

const folder = fileURLToPath(new URL('../.cache/bench/results/', import.meta.url))
const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** One bench, its figures kept for the table of all. */
async function measure({ name, load }: (typeof benches)[number], flags: readonly string[]): Promise<boolean> {
  const bars: Bar[] = []
  const began = currentLoad()
  const run = await load()
  const held = await run(flags, print, (bar) => void bars.push(bar))
  keepResult(folder, { bench: name, flags, load: began, held, bars })
  return held
}

/** A bench that fails is told and is one that did not hold; the others still run. */
async function measureAll(): Promise<boolean> {
  let held = true
  for (const bench of benches) {
    print(`\n== ${bench.name}: ${bench.what}`)
    const isHeld = await measure(bench, []).catch((error: unknown) => {
      print(sentenceOf(error))
      keepResult(folder, { bench: bench.name, flags: [], load: currentLoad(), held: false, bars: [] })
      return false
    })
    held = held && isHeld
  }
  return held
}

function show(): void {
  const names = benches.map(({ name }) => name)
  for (const line of tableOf(names, readResults(folder))) print(line)
}

function list(): void {
  print('\nnpm run bench -- all measures everything, one after the other; npm run bench -- NAME one of:')
  for (const bench of benches) print(`  ${bench.name.padEnd(8)} ${bench.what}`)
}

/** `npm run bench`: the table of all bars as last measured here; with a NAME (or `all`) measures, and exits 1 when a bar is missed. */
async function main([name, ...flags]: string[]): Promise<number> {
  if (!name) {
    show()
    list()
    return 0
  }
  if (name === 'all') {
    const held = await measureAll()
    show()
    return held ? 0 : 1
  }
  const bench = benches.find((one) => one.name === name)
  if (bench) return (await measure(bench, flags)) ? 0 : 1
  process.stderr.write(
    `There is no bench "${name}". There are: ${benches.map((one) => one.name).join(', ')}, and all.\n`,
  )
  return 1
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  return 1
})
