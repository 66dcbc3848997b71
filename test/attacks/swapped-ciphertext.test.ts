import { expect, test } from 'vitest'
import { readMember } from '../../db/members/read.ts'
import { updateMember } from '../../db/members/update.ts'
import { readShipping } from '../../db/vault/shipping.ts'
import { vaultForTest } from '../support/vault.ts'

const unreadable = expect.objectContaining({ name: 'Final', code: 'vault.unreadable' })

test("an attacker who writes to the database puts one member's address into another's row: it opens for nobody", async () => {
  const { app, ring, ann, ben } = await vaultForTest()
  await app`
    update app.member set address_encrypted = (select address_encrypted from app.member where id = ${ann.id})
    where id = ${ben.id}`
  await expect(readMember(app, ring, ben.id)).rejects.toEqual(unreadable)
  expect((await readMember(app, ring, ann.id))?.shipping_address).toEqual(ann.address)
})

test('nor with the data key moved along: a wrapped key opens for its own member alone', async () => {
  const { app, ring, ann, ben } = await vaultForTest()
  await app`
    update app.member set address_encrypted = (select address_encrypted from app.member where id = ${ann.id})
    where id = ${ben.id}`
  await app`
    update app.member_key set wrapped = (select wrapped from app.member_key where member_id = ${ann.id})
    where member_id = ${ben.id}`
  await expect(readMember(app, ring, ben.id)).rejects.toEqual(unreadable)
})

test("nor from one row or column of the member's own to another", async () => {
  const { app, ring, ann, buy } = await vaultForTest()
  const [one, two] = [await buy(ann, { ...ann.address, city: 'Salem' }), await buy(ann, ann.address)]
  await app`
    update app.purchase_request set shipping_encrypted =
      (select shipping_encrypted from app.purchase_request where id = ${one}) where id = ${two}`
  await expect(readShipping(app, ring, two)).rejects.toEqual(unreadable)
  await app`
    update app.member set address_encrypted =
      (select shipping_encrypted from app.purchase_request where id = ${one}) where id = ${ann.id}`
  await expect(readMember(app, ring, ann.id)).rejects.toEqual(unreadable)
})

test('an older ciphertext of the same row does not come back once the key was rotated', async () => {
  const { app, ring, ann, rotate } = await vaultForTest()
  const [old] = await app<{ address_encrypted: Uint8Array }[]>`
    select address_encrypted from app.member where id = ${ann.id}`
  await rotate()
  await updateMember(app, ring, { id: ann.id, shipping_address: { ...ann.address, city: 'Salem' } })
  await app`update app.member set address_encrypted = ${old?.address_encrypted ?? null} where id = ${ann.id}`
  await expect(readMember(app, ring, ann.id)).rejects.toEqual(unreadable)
})
