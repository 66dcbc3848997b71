import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openScratch, type Scratch } from '../mutate/scratch.ts'
import { type Lines, parseLcov } from './lcov.ts'
import { type Probed, probe } from './probe.ts'

/** How much of one file ran, and what did not. */
export type FileCoverage = {
  file: string
  lines: { hit: number; all: number }
  branches: { hit: number; all: number }
  /** `12` for a line that never ran, `12 true` for a condition that never held. */
  missed: string[]
}

function sum(file: string, { lines: length, branches }: Probed, ran: Map<number, boolean>): FileCoverage {
  const own = [...ran].filter(([line]) => line <= length)
  const ways = branches.flatMap(({ line, whenTrue, whenFalse }) => [
    { name: `${line} true`, hit: ran.get(whenTrue) ?? false },
    { name: `${line} false`, hit: ran.get(whenFalse) ?? false },
  ])
  const missedLines = own.filter(([, hit]) => !hit).map(([line]) => `${line}`)
  const missedWays = ways.filter(({ hit }) => !hit).map(({ name }) => name)
  return {
    file,
    lines: { hit: own.length - missedLines.length, all: own.length },
    branches: { hit: ways.length - missedWays.length, all: ways.length },
    missed: [...missedLines, ...missedWays],
  }
}

/** The contracts themselves: neither tests nor what only tests use. */
function sources(scratch: Scratch): string[] {
  return readdirSync(join(scratch.folder, 'contracts')).filter((name) => /^[^.]+\.sol$/.test(name))
}

async function run(scratch: Scratch): Promise<{ lines: Lines; code: number | string; output: string }> {
  const { code, output } = await scratch.test(scratch.testsOf(['']), ['--coverage'])
  const file = join(scratch.folder, 'coverage', 'lcov.info')
  return { lines: parseLcov(existsSync(file) ? readFileSync(file, 'utf8') : ''), code, output }
}

/**
 * Runs every Solidity test over a copy of the contracts in which each condition tells which way it went.
 * @param from another project's folder, for this tool's own test
 * @returns a sum per contract that has code, and the run's own outcome
 */
export async function measureCoverage(
  from?: string,
): Promise<{ files: FileCoverage[]; code: number | string; output: string }> {
  const scratch = openScratch(from)
  try {
    const probed = new Map<string, Probed>()
    for (const name of sources(scratch)) {
      const source = probe(scratch.read(name))
      scratch.write(name, source.text)
      probed.set(name, source)
    }
    const { lines, code, output } = await run(scratch)
    const files = [...probed].map(([name, source]) =>
      sum(name, source, lines.get(`contracts/${name}`) ?? new Map<number, boolean>()),
    )
    // A contract that no test knows is in no trace file; its conditions say that it has code.
    return { files: files.filter(({ lines, branches }) => lines.all + branches.all > 0), code, output }
  } finally {
    scratch.remove()
  }
}
