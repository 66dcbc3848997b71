import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { openSimulator, type Simulator } from '../support/sim.ts'

/** Most of a run is waiting: several go on at once, each with a chain and a database of its own. */
const SIMULATORS = 4
const SEEDS = 200
const SEEDS_PER_TEST = 40

let databases: TestDatabase[]
let simulators: Simulator[]

beforeAll(async () => {
  databases = []
  for (let count = 0; count < SIMULATORS; count++) databases.push(await createDatabase())
  simulators = await Promise.all(databases.map(({ indexerUrl }) => openSimulator(indexerUrl)))
})
afterAll(async () => {
  await Promise.all(simulators.map(({ close }) => close()))
  await Promise.all(databases.map(({ close }) => close()))
})

const firsts = Array.from({ length: SEEDS / SEEDS_PER_TEST }, (_, index) => 1 + index * SEEDS_PER_TEST)

test.each(firsts)(
  '40 seeds of faults from %i on end with the chain’s rows',
  async (first) => {
    const faults = new Set<string>()
    const families = new Map<string, number>()
    const seeds = Array.from({ length: SEEDS_PER_TEST }, (_, index) => first + index)
    const runAll = async (simulator: Simulator) => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        const { faults: happened, rows } = await simulator.run(seed)
        for (const name of happened.keys()) faults.add(name)
        for (const [family, count] of rows) families.set(family, (families.get(family) ?? 0) + count)
      }
    }
    // All of them, also when one is red: the next test has them for itself.
    const ends = await Promise.allSettled(simulators.map(runAll))
    expect(ends.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(faults.size).toBeGreaterThan(25)
    // Some need a delay that a member obeyed: test/integration/indexer.families.test.ts has them.
    const silent = [...families].filter(([, count]) => count < SEEDS_PER_TEST).map(([family]) => family)
    expect(silent).toEqual(['passApprovals', 'accessOperations', 'accessOperationSteps'])
  },
  900_000,
)
