import { judge, type Verdict } from './judge.ts'
import { apply, type Mutant } from './mutant.ts'
import type { Scratch } from './scratch.ts'

export type Tally = { killed: number; alive: number; errors: number }

/** Breaks the copy, runs the mutant's tests, and mends the copy. */
async function tryOne(scratch: Scratch, mutant: Mutant): Promise<Verdict> {
  const path = `${mutant.file}.sol`
  const whole = scratch.read(path)
  const broken = apply(whole, mutant)
  if (broken === undefined) return { kind: 'error', why: `its text does not stand in ${path} exactly once` }
  const tests = scratch.testsOf(mutant.tests)
  if (tests.length === 0) return { kind: 'error', why: `no test file starts with ${mutant.tests.join(', ')}` }
  scratch.write(path, broken)
  try {
    return judge(await scratch.test(tests))
  } finally {
    scratch.write(path, whole)
  }
}

function told({ name }: Mutant, verdict: Verdict): string {
  if (verdict.kind === 'killed') return `killed  ${name}: ${verdict.by}`
  return verdict.kind === 'alive' ? `ALIVE   ${name}` : `ERROR   ${name}: ${verdict.why}`
}

/** Why the tests of these mutants cannot judge: they are red, or do not run, with no fault put in. */
async function fault(scratch: Scratch, mutants: readonly Mutant[]): Promise<string | undefined> {
  const tests = scratch.testsOf([...new Set(mutants.flatMap((mutant) => mutant.tests))])
  const verdict = judge(await scratch.test(tests))
  if (verdict.kind === 'alive') return undefined
  return verdict.kind === 'killed' ? `${verdict.by} is red` : verdict.why
}

/**
 * Tries every mutant, one at a time in each copy, and tells a line of each.
 * @param scratches copies of the contracts, at least one
 */
export async function runMutants(
  mutants: readonly Mutant[],
  scratches: readonly Scratch[],
  tell: (line: string) => void,
): Promise<Tally> {
  const [first] = scratches
  const red = first && (await fault(first, mutants))
  if (red !== undefined) {
    tell(`ERROR   the tests without a mutant: ${red}`)
    return { killed: 0, alive: 0, errors: 1 }
  }
  const tally = { killed: 0, alive: 0, errors: 0 }
  const queue = [...mutants]
  const work = async (scratch: Scratch) => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const verdict = await tryOne(scratch, mutant)
      tally[verdict.kind === 'error' ? 'errors' : verdict.kind]++
      tell(told(mutant, verdict))
    }
  }
  await Promise.all(scratches.map(work))
  return tally
}
