import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { karma } from './amount.ts'
import { areaFactor, MEMORY_EPOCHS, poolPays } from './scout.ts'

test('an area where nobody reports pays three times, and each report makes it pay less, never below the award', () => {
  expect(areaFactor(0)).toBe(30_000)
  expect(areaFactor(8)).toBe(20_000)
  for (let reports = 0; reports < 200; reports++)
    expect(areaFactor(reports + 1)).toBeLessThan(areaFactor(reports))
  expect(areaFactor(10 ** 9)).toBe(10_000)
  expect(areaFactor(-5)).toBe(30_000)
})

/** What was told in one area in one epoch: confirmed reports, and how many of them were finds. */
type Told = { reports: number; finds: number }

/** What a schedule earns in bonuses, in basis points of the award. */
function bonuses(schedule: readonly Told[]): number {
  return schedule.reduce((sum, { finds }, epoch) => {
    const before = schedule.slice(Math.max(0, epoch - MEMORY_EPOCHS), epoch)
    return sum + finds * areaFactor(before.reduce((all, { reports }) => all + reports, 0))
  }, 0)
}
/** Together with what the reports themselves earn: twice the scout's award each. */
const earned = (schedule: readonly Told[]) =>
  bonuses(schedule) + schedule.reduce((sum, { reports }) => sum + 20_000 * reports, 0)

/** Every schedule of that many epochs out of these choices. */
function* schedules(epochs: number, choices: readonly Told[]): Generator<Told[]> {
  if (epochs === 0) return yield []
  for (const rest of schedules(epochs - 1, choices)) for (const choice of choices) yield [...rest, choice]
}

describe('self-made sparsity', () => {
  test.each([1, 2, 3, 5, 8, 20, 100])(
    'of %i finds an epoch, telling all of them earns the most in bonuses alone',
    (most) => {
      const levels = [...new Set([0, Math.ceil(most / 2), most])].map((n) => ({ reports: n, finds: n }))
      const always = bonuses(Array.from({ length: 9 }, () => ({ reports: most, finds: most })))
      for (const schedule of schedules(9, levels)) expect(bonuses(schedule)).toBeLessThanOrEqual(always)
    },
  )

  test.each([1, 2, 4, 10])(
    'with %i finds an epoch, keeping other reports back costs more than it brings',
    (finds) => {
      const told = { reports: finds + 4, finds }
      const choices = [told, { reports: finds, finds }, { reports: 0, finds: 0 }]
      const always = earned(Array.from({ length: 9 }, () => told))
      for (const schedule of schedules(9, choices)) expect(earned(schedule)).toBeLessThanOrEqual(always)
    },
  )

  test('where all tell all they know, nobody gains for the area by keeping one find back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(19),
        (most, epochs, at) => {
          const all = Array.from({ length: epochs }, () => ({ reports: most, finds: most }))
          const kept = all.map((told, epoch) =>
            epoch === at ? { reports: most - 1, finds: most - 1 } : told,
          )
          expect(bonuses(kept)).toBeLessThanOrEqual(bonuses(all))
        },
      ),
    )
  })
})

test('the pool pays whole finds while it lasts, and one member a share of it', () => {
  const facts = { amount: karma(15), pool: karma(500), spent: karma(485), share: karma(50), had: karma(35) }
  expect(poolPays(facts)).toBe(true)
  expect(poolPays({ ...facts, spent: karma(485) + 1n })).toBe(false)
  expect(poolPays({ ...facts, had: karma(35) + 1n })).toBe(false)
})
