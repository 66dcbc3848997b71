/** What a sealed text is for: bound into it, so that one cannot stand in for another. */
export type Purpose = {
  /** RFC 9180's info: the kind of thing, and its version. */
  info: string
  /** RFC 9180's aad: whose it is. */
  aad: string
  /** Bytes to which the text is padded with spaces, so that its length tells nothing. */
  size: number
}

/** Of X25519. */
export const ENC_BYTES = 32
const TAG_BYTES = 16

/** How long a sealed text of this size is, in bytes. */
export function sealedLength(size: number): number {
  return ENC_BYTES + size + TAG_BYTES
}
