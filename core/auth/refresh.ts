import { base64url } from 'jose'
import { z } from 'zod'
import type { Presented, RefreshHashes } from './session-store.ts'

const ID_BYTES = 16
const PART_BYTES = 32
const LENGTH = ID_BYTES + 2 * PART_BYTES

/** The random parts of a refresh token, in the clear: only its holder has them. */
export type RefreshParts = { family: Uint8Array; secret: Uint8Array }

/** 256 new random bits. */
export function newPart(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(PART_BYTES))
}

export async function hashPart(part: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(part)))
}

export async function hashParts({ family, secret }: RefreshParts): Promise<RefreshHashes> {
  const [familyHash, secretHash] = await Promise.all([hashPart(family), hashPart(secret)])
  return { family: familyHash, secret: secretHash }
}

/**
 * A refresh token: the session's id, the family's part, its own part, as base64url. Opaque to clients. The family's part
 * proves that a token was once ours although only the newest own part is kept: a copy is told from a guess.
 */
export function writeRefresh(id: string, { family, secret }: RefreshParts): string {
  const bytes = new Uint8Array(LENGTH)
  bytes.set(hexBytes(id.replaceAll('-', '')))
  bytes.set(family, ID_BYTES)
  bytes.set(secret, ID_BYTES + PART_BYTES)
  return base64url.encode(bytes)
}

/** The parts of a token, and which session it names; undefined for what cannot be one. */
function readRefresh(token: string): (RefreshParts & { id: string }) | undefined {
  if (!/^[A-Za-z0-9_-]{107}$/.test(token)) return undefined
  const bytes = base64url.decode(token)
  const hex = Array.from(bytes.subarray(0, ID_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (!z.uuid().safeParse(id).success) return undefined
  const secretAt = ID_BYTES + PART_BYTES
  return { id, family: bytes.slice(ID_BYTES, secretAt), secret: bytes.slice(secretAt) }
}

/** What a store compares; undefined for what cannot be a refresh token. Keeps the family's part to write the next with. */
export async function presentedBy(
  token: string,
): Promise<{ presented: Presented; family: Uint8Array } | undefined> {
  const read = readRefresh(token)
  return read && { presented: { id: read.id, ...(await hashParts(read)) }, family: read.family }
}

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  )
}
