import { expect, test } from 'vitest'
import { openCard } from '../../core/payment/open.ts'
import { sealCard } from '../../core/payment/seal.ts'
import { readMember } from '../../db/members/read.ts'
import { sealedCardOf, writePayment } from '../../db/vault/payment.ts'
import { testCard } from '../support/card.ts'
import { keysForTest } from '../support/keys.ts'
import { vaultForTest } from '../support/vault.ts'

test("an address does not open with another member's data key", async () => {
  const { app, ring, ann, ben } = await vaultForTest()
  await app`
    update app.member_key set wrapped = (select wrapped from app.member_key where member_id = ${ben.id})
    where member_id = ${ann.id}`
  const read = readMember(app, ring, ann.id)
  await expect(read).rejects.toMatchObject({ name: 'Final', code: 'vault.unreadable' })
})

test('a wrapped key of another installation is not taken for one of ours, whatever id it names', async () => {
  const { app, ring, ann } = await vaultForTest()
  const elsewhere = await vaultForTest()
  const [theirs] = await elsewhere.app<{ wrapped: Uint8Array }[]>`
    select wrapped from app.member_key where member_id = ${elsewhere.ann.id}`
  const [ours] = await app<{ wrapped: Uint8Array }[]>`
    select wrapped from app.member_key where member_id = ${ann.id}`
  const forged = Buffer.concat([
    Buffer.from(ours?.wrapped.subarray(0, 9) ?? []),
    Buffer.from(theirs?.wrapped.subarray(9) ?? []),
  ])
  await app`update app.member_key set wrapped = ${forged} where member_id = ${ann.id}`
  await expect(readMember(app, ring, ann.id)).rejects.toMatchObject({ code: 'vault.unreadable' })
})

test("another member's sealed card, moved into one's own row, pays for nobody", async () => {
  const { app, ann, ben } = await vaultForTest()
  const { checkout } = await keysForTest()
  const card = await sealCard(checkout.current(), ann.id, testCard)
  await writePayment(app, ben.id, { ...card, label: 'Not mine' })
  const row = await sealedCardOf(app, ben.id)
  if (!row) throw new Error('nothing kept')
  await expect(openCard(checkout, ben.id, row)).rejects.toMatchObject({ code: 'payment.unreadable' })
})
