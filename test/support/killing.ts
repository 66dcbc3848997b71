import { afterAll, beforeAll, expect } from 'vitest'
import { createDatabase, type TestDatabase } from './database.ts'
import type { Killer } from './kill.ts'

type Asked = { seeds: readonly number[]; leastKills: number; faults: readonly string[] }

/** For one file of tests: a killer with a database of its own. The hooks are set where this is called. */
export function killing(open: (database: TestDatabase) => Promise<Killer>) {
  let database: TestDatabase
  let killer: Killer
  beforeAll(async () => {
    database = await createDatabase()
    killer = await open(database)
  }, 300_000)
  afterAll(async () => {
    await killer.close()
    await database.close()
  })
  return {
    database: () => database,
    /** Runs them all; so many kills came of it, and not only kills: each of these faults too. @throws what a seed finds */
    survives: async ({ seeds, leastKills, faults }: Asked) => {
      let killed = 0
      const happened = new Set<string>()
      for (const seed of seeds) {
        const report = await killer.run(seed)
        killed += report.kills
        for (const name of report.faults.keys()) happened.add(name)
      }
      expect(killed).toBeGreaterThanOrEqual(leastKills)
      expect([...happened]).toEqual(expect.arrayContaining([...faults]))
    },
  }
}
