import { z } from '@hono/zod-openapi'
import type { Hex } from '../../db/bytes.ts'

/** A contract wallet's signature carries what its own code reads, and in ERC-6492 how to deploy it. */
const LONGEST = 2 + 2 * 8192

/** A signed ERC-4361 message: that the sender controls a wallet. */
export const walletProofShape = z
  .strictObject({
    message: z.string().max(4000),
    signature: z
      .string()
      .max(LONGEST)
      .regex(/^0x(?:[0-9a-fA-F]{2}){65,}$/, '0x and hex digits, 65 bytes or more')
      .transform((text) => text as Hex),
  })
  .meta({ id: 'SiweProof' })
