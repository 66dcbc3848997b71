import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { openSimulator, type Simulator } from '../support/sim.ts'

let database: TestDatabase
let simulator: Simulator

beforeAll(async () => {
  database = await createDatabase()
  simulator = await openSimulator(database.indexerUrl)
})
afterAll(async () => {
  await simulator.close()
  await database.close()
})

const SEEDS = 200
const SEEDS_PER_TEST = 25
const firsts = Array.from({ length: SEEDS / SEEDS_PER_TEST }, (_, index) => 1 + index * SEEDS_PER_TEST)

test.each(firsts)(
  '25 seeds of faults from %i on end with the chain’s rows',
  async (first) => {
    const faults = new Set<string>()
    for (let seed = first; seed < first + SEEDS_PER_TEST; seed++)
      for (const name of (await simulator.run(seed)).faults.keys()) faults.add(name)
    expect(faults.size).toBeGreaterThan(12)
  },
  120_000,
)
