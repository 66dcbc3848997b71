import { keccak256 } from '../../core/keccak.ts'

type Hex = `0x${string}`
/** What a bloom is made of. */
export type Bloomed = { address: Hex; topics: Hex[] }

const BYTES = 256
const BITS = BYTES * 8

/** The value's three bits, as positions from the lowest one. */
function bitsOf(value: Hex): number[] {
  const hash = Buffer.from(keccak256(value).slice(2, 14), 'hex')
  return [0, 2, 4].map((at) => hash.readUInt16BE(at) % BITS)
}

/**
 * The set of the addresses and topics of a block's logs, 2048 bits of which each value sets three: what is not in it is
 * not in the block, what seems to be in it may not be. Source: Ethereum Yellow Paper, 4.3.1, M3:2048.
 */
export class Bloom {
  readonly #bytes: Buffer

  private constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** @param hex 256 bytes, a header's `logsBloom` */
  static of(hex: Hex): Bloom {
    return new Bloom(Buffer.from(hex.slice(2), 'hex'))
  }

  static ofLogs(logs: Bloomed[]): Bloom {
    const bytes = Buffer.alloc(BYTES)
    for (const value of new Set(logs.flatMap(({ address, topics }) => [address, ...topics])))
      for (const bit of bitsOf(value))
        bytes.writeUInt8(bytes.readUInt8(byteOf(bit)) | maskOf(bit), byteOf(bit))
    return new Bloom(bytes)
  }

  get isEmpty(): boolean {
    return this.#bytes.every((byte) => byte === 0)
  }

  mayHold(value: Hex): boolean {
    return bitsOf(value).every((bit) => (this.#bytes.readUInt8(byteOf(bit)) & maskOf(bit)) !== 0)
  }

  /** True when every bit of this one is also set in the other. */
  isWithin(other: Bloom): boolean {
    return this.#bytes.every((byte, at) => (byte & ~other.#bytes.readUInt8(at)) === 0)
  }
}

function byteOf(bit: number): number {
  return BYTES - 1 - (bit >> 3)
}

function maskOf(bit: number): number {
  return 1 << (bit & 7)
}
