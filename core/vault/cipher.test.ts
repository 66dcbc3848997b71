import { expect, test } from 'vitest'
import { decrypt, encrypt, kekIdOf, type Place } from './cipher.ts'
import { importKek, type KeyRing, newDataKey, randomKey, unwrapDataKey } from './keys.ts'

const place: Place = { table: 'app.member', column: 'address_encrypted', row: 'a' }
const plain = new TextEncoder().encode('1 Hexagon Plaza')
const unreadable = expect.objectContaining({ name: 'Final', code: 'vault.unreadable' })

test('a ciphertext is version | kek id | iv | tag | ct, and opens where it belongs', async () => {
  const key = await importKek(randomKey())
  const sealed = await encrypt(key, place, plain)
  expect(sealed[0]).toBe(1)
  expect(kekIdOf(sealed)).toBe(key.kekId)
  expect(sealed).toHaveLength(1 + 8 + 12 + 16 + plain.length)
  expect(await decrypt(key, place, sealed)).toEqual(plain)
})

test('the same text twice gives two ciphertexts: each has an iv of its own', async () => {
  const key = await importKek(randomKey())
  const [one, two] = [await encrypt(key, place, plain), await encrypt(key, place, plain)]
  expect(one).not.toEqual(two)
  expect(one.slice(9, 21)).not.toEqual(two.slice(9, 21))
})

test('a change of any byte is noticed, and no longer or shorter text is taken', async () => {
  const key = await importKek(randomKey())
  const sealed = await encrypt(key, place, plain)
  for (let index = 0; index < sealed.length; index++) {
    const changed = sealed.slice()
    changed[index] = (changed[index] ?? 0) ^ 1
    await expect(decrypt(key, place, changed), `byte ${index}`).rejects.toEqual(unreadable)
  }
  for (let length = 0; length < sealed.length; length++)
    await expect(decrypt(key, place, sealed.slice(0, length)), `${length} bytes`).rejects.toEqual(unreadable)
  await expect(decrypt(key, place, new Uint8Array([...sealed, 0]))).rejects.toEqual(unreadable)
})

test('it opens at no other table, column or row, and with no other key', async () => {
  const key = await importKek(randomKey())
  const sealed = await encrypt(key, place, plain)
  for (const other of [{ table: 'app.purchase_request' }, { column: 'email' }, { row: 'b' }])
    await expect(decrypt(key, { ...place, ...other }, sealed)).rejects.toEqual(unreadable)
  const stranger = await importKek(randomKey())
  await expect(decrypt({ ...stranger, kekId: key.kekId }, place, sealed)).rejects.toEqual(unreadable)
})

test("a member's data key opens with its own key-encryption key, for that member", async () => {
  const kek = await importKek(randomKey())
  const ring: KeyRing = { current: async () => kek, find: async () => kek }
  const { key, wrapped } = await newDataKey(ring, 'ann')
  const sealed = await encrypt(key, place, plain)
  expect(await decrypt(await unwrapDataKey(ring, 'ann', wrapped), place, sealed)).toEqual(plain)
  await expect(unwrapDataKey(ring, 'ben', wrapped)).rejects.toEqual(unreadable)
  expect(kekIdOf(sealed)).toBe(kek.kekId)
})
