import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import type { Killer } from '../support/kill.ts'
import { openSettleKiller } from '../support/kill-settle.ts'

/** `npm run chaos -- settle` runs more of them. */
const SEEDS = [1, 2, 3, 4]
const LEAST_KILLS = 6

let database: TestDatabase
let killer: Killer
beforeAll(async () => {
  database = await createDatabase()
  killer = await openSettleKiller(database)
}, 300_000)
afterAll(async () => {
  await killer.close()
  await database.close()
})

test('settle workers killed at any instant mint every due award once', async () => {
  let killed = 0
  const faults = new Set<string>()
  for (const seed of SEEDS) {
    const { kills, faults: happened } = await killer.run(seed)
    killed += kills
    for (const name of happened.keys()) faults.add(name)
  }
  expect(killed).toBeGreaterThanOrEqual(LEAST_KILLS)
  // Not only kills: blocks that are replaced, work that comes in, workers beside each other.
  expect([...faults]).toEqual(expect.arrayContaining(['reorg', 'worker beside it', 'awards']))
}, 900_000)
