import { expect, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { addAward } from '../../test/support/board.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addMember } from '../../test/support/members.ts'
import { countAwards } from './count.ts'
import { readBoard } from './read.ts'

const now = new Date('2026-11-24T12:00:00Z')

test('an award that was raised or capped after it was counted counts with what it is now', async () => {
  const { app } = await databaseForTest()
  const { id } = await addMember(app, 'ana')
  const award = await addAward(app, { memberId: id, amount: karma(8), at: now })
  await addAward(app, { memberId: id, amount: karma(1), at: now })
  const shown = async () => {
    await countAwards(app, now)
    const { items } = await readBoard(app, { cell: '', period: 'all', now, memberId: null, limit: 9 })
    return items.map((item) => Number(BigInt(item.karma) / karma(1)))
  }
  expect(await shown()).toEqual([9])
  await app`update app.award set amount = ${String(karma(10))} where id = ${award}`
  expect(await shown()).toEqual([11])
  await app`update app.award set capped_by = 'day', matures_at = null where id = ${award}`
  expect(await shown()).toEqual([1])
  await app`update app.award set capped_by = null, matures_at = ${now} where id = ${award}`
  expect(await shown()).toEqual([11])
})
