import { z } from 'zod'
import { signatureHash } from '../../core/keccak.ts'
import { type Rpc, resultOf } from './rpc.ts'

type Hex = `0x${string}`

const NONCES = signatureHash('nonces(address)').slice(0, 10)
const wordShape = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/i)
  .transform(BigInt)

/**
 * The nonce of the owner's next signature for a contract that counts them (ERC-2612; ERC-5805 shares it), at the chain's
 * newest block: the mirror has no word of nonces.
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function readNonce(
  rpc: Rpc,
  { contract, owner }: { contract: Hex; owner: Hex },
): Promise<bigint> {
  const data = `${NONCES}${owner.slice(2).padStart(64, '0')}`
  const [answer] = await rpc.batch([{ method: 'eth_call', params: [{ to: contract, data }, 'latest'] }])
  return resultOf(rpc, answer, wordShape)
}
