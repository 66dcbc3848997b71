import { expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { keysForTest } from '../../test/support/keys.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { connect } from '../client.ts'
import { createPurchase } from './create.ts'
import { raiseFence, readFence } from './fence.ts'

test('the fence waits for the disk also on a server that is tuned to answer early', async () => {
  const { app, appUrl } = await databaseForTest()
  const { sneakerId, storeId } = await addCatalog(app)
  const dropId = uuidv7()
  await app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, 'd', 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD', ${['10']}, now())`
  const { id: memberId } = await addMember(app, 'kim')
  const shipping = { name: 'K', street: 's', city: 'c', state: 'OR', zip_code: '1', country: 'US' }
  const input = { drop_id: dropId, size: '10', max_total_minor: 1, currency: 'USD', mode: 'review' as const }
  const id = await createPurchase(app, (await keysForTest()).ring, {
    memberId,
    input,
    shipping,
    email: 'k@example.org',
  })
  await app`update app.purchase_request set state = 'confirmed' where id = ${id}`

  // A deferred trigger runs at the commit itself, and sees what that commit will do.
  await app`
    create function app.require_disk() returns trigger language plpgsql as $$ begin
      if current_setting('synchronous_commit') <> 'on' then raise 'this commit would not wait'; end if;
      return null;
    end $$`
  await app`
    create constraint trigger disk after insert on app.checkout_fence deferrable initially deferred
    for each row execute function app.require_disk()`
  const early = connect(appUrl, { name: 'test', max: 1 })
  await early`set synchronous_commit = off`
  await raiseFence(early, id)
  expect(await readFence(app, id)).toMatchObject({ state: 'submitting' })
  await early.end()
})
