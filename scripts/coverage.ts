import { table } from './bench/table.ts'
import { type FileCoverage, measureCoverage } from './coverage/measure.ts'

/** Share of all lines, and of all branches, that must run: the bar of the contracts' spec, in percent. */
const LEAST = 95

type Part = { hit: number; all: number }

function percent({ hit, all }: Part): number {
  return all === 0 ? 100 : (100 * hit) / all
}

function add(files: readonly FileCoverage[], part: 'lines' | 'branches'): Part {
  const sum = (key: 'hit' | 'all') => files.reduce((total, file) => total + file[part][key], 0)
  return { hit: sum('hit'), all: sum('all') }
}

function told(part: Part): string {
  return `${percent(part).toFixed(1)} % of ${part.all}`
}

/** `npm run coverage`: which lines and branches of contracts/ the Solidity tests run; red below 95 % of either. */
async function main(): Promise<number> {
  const { files, code, output } = await measureCoverage()
  if (code !== 0 || files.length === 0) {
    process.stdout.write(`${output.slice(-4_000)}\nThe tests are red: no coverage.\n`)
    return 1
  }
  const [lines, branches] = [add(files, 'lines'), add(files, 'branches')]
  const rows = files.map((one) => [one.file, told(one.lines), told(one.branches), one.missed.join(', ')])
  const header = ['contract', 'lines', 'branches', 'never ran (line, or line and way)']
  for (const row of table([header, ...rows, ['all', told(lines), told(branches), '']]))
    process.stdout.write(`${row}\n`)
  const held = percent(lines) >= LEAST && percent(branches) >= LEAST
  process.stdout.write(`${held ? 'At least' : 'NOT at least'} ${LEAST} % of lines and of branches.\n`)
  return held ? 0 : 1
}

process.exitCode = await main()
