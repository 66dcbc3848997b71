import { expect, test } from 'vitest'
import { defaultNotifications } from '../../core/member/notifications.ts'
import { addCatalog } from '../../test/support/members.ts'
import { vaultForTest } from '../../test/support/vault.ts'
import { raiseFence, readFence, resolveFence } from '../purchases/fence.ts'
import { reportRestock } from '../restocks/report.ts'
import { writePayment } from '../vault/payment.ts'
import { deleteMember } from './delete.ts'
import { saveNotifications } from './notifications.ts'

const outcome = {
  kind: 'ordered',
  number: 'N-1',
  total_minor: 1,
  currency: 'USD',
  evidence: 'thanks',
} as const

test('leaving in the very moment of the click: either nothing is bought, or the order is seen to its end', async () => {
  const { app, ring, ann, ben, buy } = await vaultForTest()
  const seen = new Set<string>()
  for (const owner of [ann, ben]) {
    const id = await buy(owner, owner.address)
    await app`update app.purchase_request set state = 'confirmed' where id = ${id}`
    const [left, raised] = await Promise.allSettled([deleteMember(app, ring, owner.id), raiseFence(app, id)])
    expect(left.status).toBe('fulfilled')
    const [row] = await app<{ state: string; email: string | null; lookup_zip: string | null }[]>`
      select state, email, lookup_zip from app.purchase_request where id = ${id}`
    seen.add(row?.state ?? '')
    if (raised.status === 'rejected') {
      expect(row).toEqual({ state: 'not-ordered', email: null, lookup_zip: null })
      expect(await readFence(app, id)).toBeUndefined()
    } else {
      expect(row).toMatchObject({ state: 'submitting', email: 'k@example.org', lookup_zip: '97201' })
      await resolveFence(app, { id, outcome, note: { step: 'confirm', message: 'thanks' } })
      expect(await readFence(app, id)).toMatchObject({ state: 'ordered' })
    }
  }
  for (const state of seen) expect(['not-ordered', 'submitting']).toContain(state)
})

test('leaving in the very moment the order ends empties it all the same', async () => {
  const { app, ring, ann, ben, buy } = await vaultForTest()
  for (const owner of [ann, ben]) {
    const id = await buy(owner, owner.address)
    await app`update app.purchase_request set state = 'confirmed' where id = ${id}`
    await raiseFence(app, id)
    const note = { step: 'confirm', message: 'thanks' }
    await Promise.all([deleteMember(app, ring, owner.id), resolveFence(app, { id, outcome, note })])
    const [row] = await app`
      select state, email, lookup_zip, shipping_encrypted, outcome from app.purchase_request where id = ${id}`
    expect(row).toEqual({
      state: 'ordered',
      email: null,
      lookup_zip: null,
      shipping_encrypted: null,
      outcome: { kind: 'ordered', number: 'N-1' },
    })
    expect(await app`select 1 from app.purchase_event where request_id = ${id}`).toHaveLength(0)
  }
})

test('what a request of the leaving member writes a moment after is not kept', async () => {
  const { app, ring, ann } = await vaultForTest()
  const { sneakerId, storeId } = await addCatalog(app)
  const report = { sneaker_id: sneakerId, store_id: storeId, size: '10', note: 'behind the umbrellas' }
  const sealed = {
    key_id: '0'.repeat(16),
    sealed: Buffer.alloc(560).toString('base64url'),
    label: 'the plum card',
  }
  const writes = () => [
    writePayment(app, ann.id, sealed),
    saveNotifications(app, ann.id, defaultNotifications),
    reportRestock(app, { memberId: ann.id, report, now: new Date(), challengeSeconds: 0 }),
  ]
  const left = deleteMember(app, ring, ann.id)
  await Promise.allSettled([left, ...writes()])
  await Promise.allSettled(writes())
  const count = async (table: string, column = 'member_id') =>
    (await app`select 1 from ${app(table)} where ${app(column)} = ${ann.id}`).length
  expect(await count('app.payment_details')).toBe(0)
  expect(await count('app.notification_setting')).toBe(0)
  expect(await count('app.award')).toBe(0)
  expect(
    await app`select 1 from app.restock where reported_by = ${ann.id} and note is not null`,
  ).toHaveLength(0)
})
