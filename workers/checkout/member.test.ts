import { expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { keysForTest } from '../../test/support/keys.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import type { CheckoutDeps } from './deps.ts'
import { waitForMember } from './member.ts'
import { watchPurchases } from './watch.ts'

test('a review that nobody answers expires; one that is answered or given back does not', async () => {
  const { app } = await databaseForTest()
  const { sneakerId, storeId } = await addCatalog(app)
  const drop = uuidv7()
  await app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${drop}, 'd', 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD', ${['10']}, now())`
  const { id: memberId } = await addMember(app, 'slow')
  const shipping = { name: 'K', street: 's', city: 'c', state: 'OR', zip_code: '1', country: 'US' }
  const input = { drop_id: drop, size: '10', max_total_minor: 1, currency: 'USD', mode: 'review' as const }
  const id = await createPurchase(app, (await keysForTest()).ring, {
    memberId,
    input,
    shipping,
    email: 'k@example.org',
  })
  const watch = await watchPurchases(app)
  const draining = new AbortController()
  const deps = (reviewSeconds: number) =>
    ({ sql: app, watch, settings: { reviewSeconds }, draining: draining.signal }) as unknown as CheckoutDeps
  await expect(waitForMember(deps(1), id)).rejects.toMatchObject({
    outcome: { kind: 'not-ordered', reason: 'expired' },
  })
  const patient = waitForMember(deps(60), id)
  await app`update app.purchase_request set state = 'confirmed' where id = ${id}`
  expect(await patient).toMatchObject({ id, state: 'confirmed' })
  await app`update app.purchase_request set state = 'review' where id = ${id}`
  draining.abort()
  await expect(waitForMember(deps(60), id)).rejects.toThrow()
  await watch.close()
})
