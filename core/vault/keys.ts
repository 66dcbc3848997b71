import { Final } from '../errors.ts'
import { type Bytes, concat, hexOf } from './bytes.ts'
import { decrypt, encrypt, type Key, kekIdOf, type Place } from './cipher.ts'

/** The key-encryption keys of one installation; where they come from is the adapter's matter (adapters/keys). */
export type KeyRing = {
  /** The one that wraps what is new. */
  current: () => Promise<Key>
  /** @throws Final `vault.key-missing` */
  find: (kekId: string) => Promise<Key>
}

const KEY_BYTES = 32
const ID_BYTES = 8
const algorithm = 'AES-GCM'

/** A name that follows from the key itself, so that no two are mixed up: 8 bytes of a labelled SHA-256, as hex. */
export async function idOfKey(label: 'kek' | 'checkout', bytes: Uint8Array): Promise<string> {
  const named = concat(new TextEncoder().encode(`snpd.${label}.`), bytes)
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', named)).subarray(0, ID_BYTES))
}

function importKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt'])
}

/** A key-encryption key from its 32 bytes. @throws Final `config.invalid` */
export async function importKek(bytes: Bytes): Promise<Key> {
  if (bytes.length !== KEY_BYTES)
    throw new Final({
      code: 'config.invalid',
      message: `A key-encryption key has ${KEY_BYTES} bytes.`,
      fix: 'Make one: npm run keys -- init',
    })
  return { kekId: await idOfKey('kek', bytes), key: await importKey(bytes) }
}

/** 32 random bytes, from the platform's cryptographic generator. */
export function randomKey(): Bytes {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES))
}

function placeOfKey(memberId: string): Place {
  return { table: 'app.member_key', column: 'wrapped', row: memberId }
}

/** A member's data key as it is kept: encrypted by a key-encryption key. */
export type Wrapped = { key: Key; wrapped: Bytes }

/** A new random data key for a member, wrapped by the ring's current key. */
export async function newDataKey(ring: KeyRing, memberId: string): Promise<Wrapped> {
  const kek = await ring.current()
  const bytes = randomKey()
  const wrapped = await encrypt(kek, placeOfKey(memberId), bytes)
  const key = { kekId: kek.kekId, key: await importKey(bytes) }
  bytes.fill(0)
  return { key, wrapped }
}

/**
 * A member's data key.
 * @throws Final `vault.key-missing`, `vault.unreadable` (also for the data key of another member)
 */
export async function unwrapDataKey(ring: KeyRing, memberId: string, wrapped: Uint8Array): Promise<Key> {
  const kek = await ring.find(kekIdOf(wrapped))
  const bytes = await decrypt(kek, placeOfKey(memberId), wrapped)
  const key = { kekId: kek.kekId, key: await importKey(bytes) }
  bytes.fill(0)
  return key
}
