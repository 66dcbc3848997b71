import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import type { Killer } from '../support/kill.ts'
import { openCheckoutKiller } from '../support/kill-checkout.ts'
import { haveProc } from '../support/kill-processes.ts'

/** `npm run chaos -- checkout` runs more of them. */
const SEEDS = [1, 7]

let database: TestDatabase
let killer: Killer
beforeAll(async () => {
  database = await createDatabase()
  killer = await openCheckoutKiller(database)
}, 900_000)
afterAll(async () => {
  await killer.close()
  await database.close()
})

test.runIf(haveProc)(
  'checkout workers killed around the click that buys: no order twice, no false word, always an end, no browser left',
  async () => {
    let killed = 0
    for (const seed of SEEDS) killed += (await killer.run(seed)).kills
    expect(killed).toBeGreaterThanOrEqual(SEEDS.length)
  },
  900_000,
)
