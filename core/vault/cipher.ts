import { Final } from '../errors.ts'
import { type Bytes, concat, hexOf } from './bytes.ts'

/** Where a ciphertext lives. It opens there and nowhere else. */
export type Place = { table: string; column: string; row: string }
/** An AES-256 key, and the key-encryption key on which it hangs: itself, or the one that wraps it. */
export type Key = { kekId: string; key: CryptoKey }

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
/** version | kek id | iv | tag | ct: where each begins. */
const at = { kek: 1, iv: 9, tag: 21, ct: 37 } as const

/** Bound into every ciphertext: table|column|row|version. */
function boundTo({ table, column, row }: Place): Bytes {
  return concat(new TextEncoder().encode([table, column, row, VERSION].join('|')))
}

function parameters(place: Place, iv: Bytes) {
  return { name: 'AES-GCM', iv, additionalData: boundTo(place), tagLength: TAG_BYTES * 8 }
}

function unhex(id: string): Bytes {
  return Uint8Array.from(id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** The id of the key-encryption key that a ciphertext hangs on, as it says itself; only opening it proves it. */
export function kekIdOf(ciphertext: Uint8Array): string {
  return hexOf(ciphertext.subarray(at.kek, at.iv))
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit iv and a 128-bit tag.
 * @returns version (1 byte) | kek id (8) | iv (12) | tag (16) | ct
 */
export async function encrypt({ kekId, key }: Key, place: Place, plain: Uint8Array): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  // WebCrypto appends the tag.
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters(place, iv), key, concat(plain)))
  const split = sealed.length - TAG_BYTES
  return concat(Uint8Array.of(VERSION), unhex(kekId), iv, sealed.subarray(split), sealed.subarray(0, split))
}

function unreadable({ table, column }: Place, cause?: unknown): Final {
  return new Final({
    code: 'vault.unreadable',
    message: `What ${table}.${column} holds in this row was not encrypted for it, or was changed since.`,
    fix: 'Restore the row from a backup; the runbook key-rotation.md says how to look for the cause.',
    cause,
  })
}

/**
 * What was encrypted for just this place with just this key. The tag's length is ours, never the ciphertext's.
 * @throws Final `vault.unreadable` for anything else; nothing is ever passed through
 */
export async function decrypt({ kekId, key }: Key, place: Place, ciphertext: Uint8Array): Promise<Bytes> {
  const bytes = concat(ciphertext)
  const isOurs = bytes.length >= at.ct && bytes[0] === VERSION && kekIdOf(bytes) === kekId
  if (!isOurs) throw unreadable(place)
  const [iv, tag, ct] = [bytes.slice(at.iv, at.tag), bytes.slice(at.tag, at.ct), bytes.slice(at.ct)]
  const opened = crypto.subtle.decrypt(parameters(place, iv), key, concat(ct, tag))
  return new Uint8Array(
    await opened.catch((cause: unknown) => {
      throw unreadable(place, cause)
    }),
  )
}
