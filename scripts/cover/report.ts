import { table } from '../bench/table.ts'
import { type FileCoverage, measureCoverage } from './measure.ts'

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

/**
 * Measures, tells the table line by line, and says how many of the two bars (lines, branches) held.
 * @returns both failed when the tests are red
 */
export async function reportCoverage(
  tell: (line: string) => void,
): Promise<{ passed: number; failed: number }> {
  const { files, code, output } = await measureCoverage()
  if (code !== 0 || files.length === 0) {
    tell(`${output.slice(-4_000)}\nThe tests are red: no coverage.`)
    return { passed: 0, failed: 2 }
  }
  const [lines, branches] = [add(files, 'lines'), add(files, 'branches')]
  const rows = files.map((one) => [one.file, told(one.lines), told(one.branches), one.missed.join(', ')])
  const header = ['contract', 'lines', 'branches', 'never ran (line, or line and way)']
  for (const row of table([header, ...rows, ['all', told(lines), told(branches), '']])) tell(row)
  const failed = [lines, branches].filter((part) => percent(part) < LEAST).length
  tell(`${failed === 0 ? 'At least' : 'NOT at least'} ${LEAST} % of lines and of branches.`)
  return { passed: 2 - failed, failed }
}
