/** Chain bytes: `0x…` hex in code, `bytea` in Postgres. */
export type Hex = `0x${string}`

/** The bytes of a 0x hex string, as a bytea parameter. */
export function toBytea(hex: Hex): Buffer {
  return Buffer.from(hex.slice(2), 'hex')
}

/** A bytea column as lower-case 0x hex. */
export function toHex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString('hex')}`
}

/** Hex strings as a `bytea[]` literal, since postgres.js binds a list of Buffers as one bytea: `any(${toByteaList(x)}::bytea[])`. */
export function toByteaList(hexes: readonly Hex[]): string {
  return `{${hexes.map((hex) => `"\\\\x${hex.slice(2)}"`).join()}}`
}
