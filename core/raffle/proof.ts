import { isQuicknet } from '../beacon/network.ts'
import { verifyRound } from '../beacon/signature.ts'
import { isSnpdError } from '../errors.ts'
import { checkDraw, type Verdict } from './check.ts'
import type { RaffleProof } from './shape.ts'

export type ProofVerdict = Verdict & {
  /** Whose key signed: drand's public network, which this code knows by heart, or another one. */
  decider: 'drand' | 'other'
}

/**
 * Verifies the beacon's signature and draws again, wherever it runs; nothing of the proof is believed but what a chain's
 * explorer shows as well: entries, close, margin. Pure.
 */
export function checkProof(proof: RaffleProof): ProofVerdict {
  const { beacon, created, drawn, entered, margin, winners } = proof
  const decider = isQuicknet({ publicKey: beacon.public_key, genesis: beacon.genesis, period: beacon.period })
    ? 'drand'
    : 'other'
  const facts = {
    ...{ chainId: proof.chain_id, raffle: proof.raffle as `0x${string}`, id: BigInt(proof.id) },
    clock: { genesis: beacon.genesis, period: beacon.period },
    created: { round: BigInt(created.round), closesAt: created.closes_at, winners: created.winners },
    entered: entered.map((member, ticket) => ({ ticket, member: member as `0x${string}` })),
    drawn: { round: BigInt(drawn.round), seed: drawn.seed as `0x${string}` },
    told: { margin, winners, entries: entered.length },
  }
  try {
    const { randomness } = verifyRound({ publicKey: beacon.public_key }, facts.created.round, proof.signature)
    return { ...checkDraw(facts, randomness), decider }
  } catch (error) {
    if (!isSnpdError(error)) throw error
    return { winners: [], differences: [error.message], decider }
  }
}
