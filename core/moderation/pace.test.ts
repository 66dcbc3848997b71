import { expect, test } from 'vitest'
import { trustLevels } from '../karma/trust.ts'
import { linkLimits, paces } from './pace.ts'

test('who is trusted more may do more, of everything', () => {
  const ladders = [...Object.values(paces).map((of) => trustLevels.map((level) => of[level].points))]
  for (const ladder of [...ladders, trustLevels.map((level) => linkLimits[level])])
    expect(ladder.every((points, index) => points > (ladder[index - 1] ?? 0))).toBe(true)
})
