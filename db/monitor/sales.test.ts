import { expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addCatalog } from '../../test/support/members.ts'
import { readSales } from './sales.ts'

const now = new Date('2026-11-23T12:00:00Z')
const at = (time: string) => new Date(`2026-11-${time}:00Z`)

test('a sale is a drop, or a release whose hour is known, near now; one that is called off is none', async () => {
  const { app: sql } = await databaseForTest()
  const { sneakerId } = await addCatalog(sql)
  const release = (time: string, more: object = {}) =>
    sql`insert into app.release ${sql({
      ...{ id: uuidv7(), sneaker_id: sneakerId, releases_at: at(time), precision: 'time', zone: 'UTC' },
      ...{ kind: 'online', evidence: 'its page', ...more },
    })}`
  for (const time of ['23T14:00', '23T11:30', '23T10:30', '25T12:00']) await release(time)
  await release('23T15:00', { cancelled: true })
  await release('24T00:00', { precision: 'date' })
  expect(await readSales(sql, now)).toEqual(
    new Map([[sneakerId, [at('23T11:30').getTime(), at('23T14:00').getTime()]]]),
  )
})
