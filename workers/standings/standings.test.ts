import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { readBoard } from '../../db/leaderboard/read.ts'
import { addAward } from '../../test/support/board.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addMember } from '../../test/support/members.ts'
import { startStandings } from './start.ts'

test('two workers bring what matures onto the board by themselves, once', async () => {
  const { app } = await databaseForTest()
  const { id, username } = await addMember(app, 'ana')
  const options = { sql: app, logger: pino({ level: 'silent' }), everyMs: 20 }
  const workers = [startStandings(options), startStandings(options)]
  onTestFinished(async () => {
    await Promise.all(workers.map(({ stop }) => stop()))
  })
  for (let n = 0; n < 5; n++)
    await addAward(app, {
      memberId: id,
      amount: karma(2),
      at: new Date(),
      maturesAt: new Date(Date.now() + 50 * n),
    })
  const board = async () => {
    const { items } = await readBoard(app, {
      cell: '',
      period: 'week',
      now: new Date(),
      memberId: null,
      limit: 9,
    })
    return items.map((item) => [item.username, item.karma])
  }
  await expect.poll(board).toEqual([[username, String(karma(10))]])
})
