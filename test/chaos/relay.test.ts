import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import type { Killer } from '../support/kill.ts'
import { openRelayKiller } from '../support/kill-relay.ts'

/** `npm run chaos -- relay` runs more of them. */
const SEEDS = [1, 2, 3, 4]
const LEAST_KILLS = 6

let database: TestDatabase
let killer: Killer
beforeAll(async () => {
  database = await createDatabase()
  killer = await openRelayKiller(database)
}, 300_000)
afterAll(async () => {
  await killer.close()
  await database.close()
})

test('relay workers killed at any instant carry every request out once, and tell what became of it', async () => {
  let killed = 0
  const faults = new Set<string>()
  for (const seed of SEEDS) {
    const { kills, faults: happened } = await killer.run(seed)
    killed += kills
    for (const name of happened.keys()) faults.add(name)
  }
  expect(killed).toBeGreaterThanOrEqual(LEAST_KILLS)
  // Not only kills: blocks that are replaced, work that comes in, workers beside each other.
  expect([...faults]).toEqual(expect.arrayContaining(['reorg', 'worker beside it', 'requests']))
}, 900_000)
