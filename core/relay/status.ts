import { z } from 'zod'
import type { ErrorCode } from '../errors.ts'
import { walletShape } from '../member/shape.ts'
import { relayStateShape } from './state-shape.ts'
import type { RelayState } from './states.ts'

const problemShape = z.object({ code: z.string(), message: z.string(), fix: z.string() })
/** Why a request came to nothing, and what to do. */
export type RelayProblem = { code: ErrorCode; message: string; fix: string }

/** A request as the member who sent it may follow it. */
export const relayedShape = z.object({
  id: z.uuid(),
  wallet: walletShape,
  /** The contract and its function: access_pass.purchaseWithPermit */
  call: z.string(),
  /** Its number among the wallet's requests, decimal. */
  nonce: z.string(),
  state: relayStateShape,
  created_at: z.iso.datetime(),
  deadline: z.iso.datetime(),
  /** The transaction that carried it out, else the last one that tried. */
  tx_hash: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .nullable(),
  /** The mirrored block that shows it carried out. */
  block_number: z.int().nullable(),
  /** Set when it came to nothing. */
  problem: problemShape.nullable(),
})
export type Relayed = z.infer<typeof relayedShape>

const endings: Partial<Record<RelayState, RelayProblem>> = {
  reverted: {
    code: 'relay.refused',
    message:
      'When its turn came the contract refused it: something had changed on the way. Nothing was taken.',
    fix: 'Load the page again to see what is so now, and decide again.',
  },
  replaced: {
    code: 'relay.nonce',
    message: 'Something else that this wallet signed was carried out in its place.',
    fix: 'Look at what took effect before you do it again.',
  },
  expired: {
    code: 'relay.deadline',
    message: 'Its time ran out before it was carried out. Nothing was taken.',
    fix: 'Do it again: your wallet then signs a new one.',
  },
}

/** Why a request in this state came to nothing; null when it did not, or not yet. */
export function relayProblem(state: RelayState, refusal: RelayProblem | null): RelayProblem | null {
  return state === 'refused' ? refusal : (endings[state] ?? null)
}
