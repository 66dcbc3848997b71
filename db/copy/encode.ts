import type { Hex } from '../bytes.ts'

/** 2000-01-01, where Postgres counts time from, in seconds since the Unix epoch. */
const POSTGRES_EPOCH = 946_684_800
/** What ends a binary COPY. */
const TRAILER = -1
const NULL = -1
const OIDS = { bytea: 17, numeric: 1700 }

/** "PGCOPY\n\377\r\n\0", no flags, no extension. */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex')

/** Decimal digits by four, the most significant first; `weight` is the power of 10,000 of the first. */
function digitsOf(value: bigint): { digits: number[]; weight: number } {
  const text = String(value < 0n ? -value : value)
  const digits: number[] = []
  for (let end = text.length; end > 0; end -= 4) digits.push(Number(text.slice(Math.max(0, end - 4), end)))
  const weight = digits.length - 1
  digits.reverse()
  while (digits.at(-1) === 0) digits.pop()
  return { digits, weight }
}

/** Rows in the format of `copy … from stdin with (format binary)`. */
export class BinaryRows {
  #bytes = Buffer.allocUnsafe(65_536)
  #at = HEADER.copy(this.#bytes)

  /** Where the next `size` bytes go. */
  #take(size: number): number {
    const at = this.#at
    if (at + size > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, at + size))
      this.#bytes.copy(grown, 0, 0, at)
      this.#bytes = grown
    }
    this.#at = at + size
    return at
  }

  #int16(value: number): void {
    const at = this.#take(2)
    this.#bytes.writeInt16BE(value, at)
  }

  #int32(value: number): void {
    const at = this.#take(4)
    this.#bytes.writeInt32BE(value, at)
  }

  #int64(value: bigint): void {
    const at = this.#take(8)
    this.#bytes.writeBigInt64BE(value, at)
  }

  /** Begins a row of so many fields. */
  row(fields: number): void {
    this.#int16(fields)
  }

  null(): void {
    this.#int32(NULL)
  }

  smallint(value: number): void {
    this.#int32(2)
    this.#int16(value)
  }

  integer(value: number): void {
    this.#int32(4)
    this.#int32(value)
  }

  bigint(value: number | bigint): void {
    this.#int32(8)
    this.#int64(BigInt(value))
  }

  boolean(value: boolean): void {
    this.#int32(1)
    const at = this.#take(1)
    this.#bytes.writeUInt8(value ? 1 : 0, at)
  }

  /** @param seconds whole, since the Unix epoch */
  timestamptz(seconds: number): void {
    this.#int32(8)
    this.#int64(BigInt(seconds - POSTGRES_EPOCH) * 1_000_000n)
  }

  numeric(value: bigint): void {
    const { digits, weight } = digitsOf(value)
    this.#int32(8 + 2 * digits.length)
    this.#int16(digits.length)
    this.#int16(weight)
    this.#int16(value < 0n ? 0x4000 : 0)
    // digits after the point
    this.#int16(0)
    for (const digit of digits) this.#int16(digit)
  }

  bytea(hex: Hex): void {
    const size = (hex.length - 2) / 2
    this.#int32(size)
    const at = this.#take(size)
    this.#bytes.write(hex.slice(2), at, 'hex')
  }

  text(value: string): void {
    const size = Buffer.byteLength(value)
    this.#int32(size)
    const at = this.#take(size)
    this.#bytes.write(value, at)
  }

  #array<Item>(oid: number, items: readonly Item[], write: (item: Item) => void): void {
    this.#int32(0)
    const start = this.#at
    // An array of none has no dimension; it has no nulls either way.
    for (const word of [items.length > 0 ? 1 : 0, 0, oid]) this.#int32(word)
    if (items.length > 0) for (const word of [items.length, 1]) this.#int32(word)
    for (const item of items) write(item)
    this.#bytes.writeInt32BE(this.#at - start, start - 4)
  }

  'bytea[]'(hexes: readonly Hex[]): void {
    this.#array(OIDS.bytea, hexes, (hex) => this.bytea(hex))
  }

  'numeric[]'(values: readonly bigint[]): void {
    this.#array(OIDS.numeric, values, (value) => this.numeric(value))
  }

  /** The whole, of no use for more rows then. */
  end(): Buffer {
    this.#int16(TRAILER)
    return this.#bytes.subarray(0, this.#at)
  }
}
