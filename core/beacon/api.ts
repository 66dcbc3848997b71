import { z } from 'zod'
import { SCHEME } from './network.ts'

const hex = (bytes: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`), `${bytes} bytes of hex`)

/** drand's `/info`; a newer server may say more. Source: drand HTTP API reference. */
export const infoShape = z.object({
  public_key: hex(96),
  /** Seconds. */
  period: z.int().min(1),
  /** Unix seconds. */
  genesis_time: z.int().min(0),
  hash: hex(32),
  groupHash: hex(32),
  schemeID: z.literal(SCHEME),
  metadata: z.object({ beaconID: z.string().min(1) }),
})
export type Info = z.infer<typeof infoShape>

/** drand's `/public/ROUND` and `/public/latest`. */
export const roundShape = z.object({
  round: z.int().min(1),
  /** sha256 of the signature. */
  randomness: hex(32),
  /** Point of G1, compressed. */
  signature: hex(48),
})
export type Round = z.infer<typeof roundShape>
