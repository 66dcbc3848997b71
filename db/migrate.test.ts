import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../test/support/database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())

test('a second run does nothing', async () => {
  expect(await migrate(database.app, 'app')).toEqual([])
})

test('an edited migration is refused', async () => {
  await database.indexer`update chain.migration set hash = 'other'`
  await expect(migrate(database.indexer, 'chain')).rejects.toMatchObject({ code: 'db.migration-edited' })
})

test('a database of a newer version is refused', async () => {
  await database.app`insert into app.migration (name, hash) values ('999_future.sql', 'x')`
  await expect(migrate(database.app, 'app')).rejects.toMatchObject({ code: 'db.schema-newer' })
})

describe('roles', () => {
  test("the app's role reads schema chain and cannot write it", async () => {
    expect(await database.app`select * from chain.account`).toEqual([])
    const write = database.app`insert into chain.account (address, balance) values ('\\x00', 1)`
    await expect(write).rejects.toThrow('permission denied')
    await expect(database.app`truncate chain.transfer`).rejects.toThrow('permission denied')
  })

  test("the indexer's role cannot read members", async () => {
    await expect(database.indexer`select * from app.member`).rejects.toThrow('permission denied')
  })

  test('wei survives the trip as bigint', async () => {
    const wei = 2n ** 256n - 1n
    await database.indexer`insert into chain.account (address, balance) values ('\\x01', ${String(wei)})`
    const [row] = await database.app<
      { balance: bigint }[]
    >`select balance from chain.account where address = '\\x01'`
    expect(row?.balance).toBe(wei)
  })
})
