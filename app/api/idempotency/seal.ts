import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** What one Idempotency-Key of one caller gives: the row's id, and two keys that are kept nowhere. */
export type Locker = { id: Buffer; sealing: Buffer; hashing: Buffer }

type Source = {
  /** Who asks: the same key of another caller is another locker. */
  scope: string
  key: string
  /** The site's own secret, so that a copy of the database opens nothing even if the client's key can be guessed. */
  pepper: Uint8Array
}

/** HKDF-SHA256 (RFC 5869) over the client's key; scope and id go into its info. */
export function lockerOf({ scope, key, pepper }: Source): Locker {
  const id = createHash('sha256').update(`${scope}\n${key}`).digest()
  const info = Buffer.concat([Buffer.from('snpd.idempotency.v1'), id])
  const bytes = Buffer.from(hkdfSync('sha256', key, pepper, info, 64))
  return { id, sealing: bytes.subarray(0, 32), hashing: bytes.subarray(32) }
}

/** The keyed hash by which the same request is known again. */
export function requestHash({ hashing }: Locker, parts: readonly string[]): Buffer {
  return createHmac('sha256', hashing).update(JSON.stringify(parts)).digest()
}

/** version | iv | ciphertext | tag, AES-256-GCM, bound to the row it stands in. */
export function seal({ id, sealing }: Locker, text: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', sealing, iv, { authTagLength: TAG_BYTES }).setAAD(id)
  const content = [cipher.update(text, 'utf8'), cipher.final()]
  return Buffer.concat([Buffer.from([VERSION]), iv, ...content, cipher.getAuthTag()])
}

/** What was sealed. @throws when any byte of it, the key or the row is another */
export function open({ id, sealing }: Locker, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== VERSION) throw new Error('sealed by another version')
  const iv = bytes.subarray(1, 1 + IV_BYTES)
  const tag = bytes.subarray(bytes.length - TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', sealing, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(id).setAuthTag(tag)
  const content = bytes.subarray(1 + IV_BYTES, bytes.length - TAG_BYTES)
  return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8')
}
