import { expect, test } from 'vitest'
import { purchaseStateShape } from '../../core/checkout/shape.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { uuidv7 } from '../../core/id.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { listOpen } from './work.ts'

test('a lost job is found again in every state that has not ended, once its request is a few seconds old', async () => {
  const { app } = await databaseForTest()
  const { sneakerId, storeId } = await addCatalog(app)
  const dropId = uuidv7()
  await app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, 'd', 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD', ${['10']}, now())`
  const { id: memberId } = await addMember(app, 'kim')
  const add = async (state: string, age: string) => {
    const id = uuidv7()
    await app`
      insert into app.purchase_request
        (id, member_id, drop_id, size, max_total_minor, currency, mode, state, shipping, email, created_at)
      values (${id}, ${memberId}, ${dropId}, '10', 1, 'USD', 'review', ${state}, '{}', 'k@example.org',
        now() - ${age}::interval)`
    return id
  }
  const states = purchaseStateShape.options
  const old: Record<string, string> = {}
  for (const state of states) {
    old[state] = await add(state, '1 minute')
    await add(state, '1 second')
  }
  const open = states.filter((state) => !isFinalState(state))
  expect((await listOpen(app)).map(({ id }) => id)).toEqual(open.map((state) => old[state]).sort())
})
