import { z } from 'zod'
import type { Hex } from '../typed-data/domain.ts'
import type { ForwardRequest } from '../typed-data/forward.ts'

/** Bytes as hex of any case, made lower-case. */
export const bytesShape = (bytes: string) =>
  z
    .string()
    .regex(new RegExp(`^0x([0-9a-fA-F]{2}){${bytes}}$`), `0x hex of ${bytes.replace(',', ' to ')} bytes`)
    .transform((text) => text.toLowerCase() as Hex)

/**
 * A uint256 as decimal digits or 0x hex: JSON numbers cannot hold it. Browsers send hex, since some decimal numbers look
 * like those of payment cards (core/card.ts).
 */
export const uintShape = z
  .string()
  .regex(/^(\d{1,78}|0x[0-9a-fA-F]{1,64})$/, 'decimal digits or 0x hex')
  .transform(BigInt)
  .refine((value) => value < 2n ** 256n, 'more than a uint256')

/** A relayed call as a member's browser sends it: what was signed, the chain it was signed for, and the signature. */
export const relayRequestShape = z.strictObject({
  /** EIP-155 */
  chain_id: z.int().positive(),
  from: bytesShape('20'),
  to: bytesShape('20'),
  /** wei */
  value: uintShape,
  gas: uintShape,
  nonce: uintShape,
  /** unix seconds */
  deadline: z
    .int()
    .min(0)
    .max(2 ** 48 - 1),
  // A selector at least; the longest call of the whitelist is a proposal of five changes with its text, 4,200 bytes.
  data: bytesShape('4,4608'),
  // r, s, v: the forwarder knows no other form.
  signature: bytesShape('65'),
})

/** A call and its signature, as the forwarder takes it. */
export type SignedCall = ForwardRequest & { signature: Hex }
export type RelayRequest = SignedCall & { chain_id: number }
