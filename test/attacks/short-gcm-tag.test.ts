import { expect, test } from 'vitest'
import { concat } from '../../core/vault/bytes.ts'
import { decrypt, encrypt, type Place } from '../../core/vault/cipher.ts'
import { importKek, randomKey } from '../../core/vault/keys.ts'

const place: Place = { table: 'app.member', column: 'address_encrypted', row: 'a' }
const unreadable = expect.objectContaining({ name: 'Final', code: 'vault.unreadable' })

test('a ciphertext with a tag cut to 4 bytes, which takes 2^32 guesses to forge, is never opened', async () => {
  const bytes = randomKey()
  const key = await importKek(bytes)
  const sealed = await encrypt(key, place, new TextEncoder().encode('1 Hexagon Plaza'))
  const [head, tag, ct] = [sealed.slice(0, 21), sealed.slice(21, 37), sealed.slice(37)]
  for (const length of [4, 8, 12, 13, 14, 15]) {
    const cut = tag.slice(0, length)
    await expect(decrypt(key, place, concat(head, cut, ct))).rejects.toEqual(unreadable)
    await expect(decrypt(key, place, concat(head, cut, new Uint8Array(16 - length), ct))).rejects.toEqual(
      unreadable,
    )
  }
})

test('nor is one that the right key itself made with a short tag', async () => {
  const bytes = randomKey()
  const key = await importKek(bytes)
  const good = await encrypt(key, place, new Uint8Array(1))
  const raw = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt'])
  const additionalData = new TextEncoder().encode('app.member|address_encrypted|a|1')
  const iv = good.slice(9, 21)
  const plain = new TextEncoder().encode('1 Hexagon Plaza, and twelve more')
  const made = async (tagLength: number) =>
    new Uint8Array(
      await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData, tagLength }, raw, plain),
    )
  const wrap = (tag: Uint8Array, ct: Uint8Array) => concat(good.slice(0, 21), tag, ct)
  const whole = await made(128)
  // The same steps with the whole tag open: what is refused below is refused for its tag.
  expect(await decrypt(key, place, wrap(whole.slice(plain.length), whole.slice(0, plain.length)))).toEqual(
    plain,
  )
  for (const bits of [32, 64, 96, 104, 112, 120]) {
    const short = await made(bits)
    const [ct, tag] = [short.slice(0, plain.length), short.slice(plain.length)]
    await expect(decrypt(key, place, wrap(tag, ct))).rejects.toEqual(unreadable)
    await expect(decrypt(key, place, wrap(concat(tag, new Uint8Array(16 - tag.length)), ct))).rejects.toEqual(
      unreadable,
    )
  }
})
