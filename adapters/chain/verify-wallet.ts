import { createClient, custom, verifyMessage as verifyByKey } from 'viem'
import { verifyMessage as verifyByCode } from 'viem/actions'
import type { Rpc } from './rpc.ts'

type Hex = `0x${string}`
type Signed = { address: Hex; message: string; signature: Hex }

/**
 * The end of a signature wrapped by ERC-8010 (delegated by EIP-7702, not yet on chain), which viem would follow: whoever
 * has the delegation could choose what is called first. Not accepted; where the delegation is on chain, ERC-1271 is.
 */
const ERC_8010 = '8010'.repeat(16)

/** A key's signature is checked by arithmetic, without asking anyone. Throws for bytes that are no signature at all. */
function isByKey(signed: Signed): Promise<boolean> {
  return verifyByKey(signed).catch(() => false)
}

/**
 * Whether the wallet at this address signed the message (EIP-191): by its key; else, for contract wallets, as its code
 * says (ERC-1271), also where that is not deployed yet (ERC-6492: the chain tries, nothing is sent).
 * @throws Retryable `chain.unreachable`, `chain.bad-answer` when only the chain could tell and it does not answer
 */
export async function verifyWallet(rpc: Rpc, signed: Signed): Promise<boolean> {
  if (await isByKey(signed)) return true
  if (signed.signature.endsWith(ERC_8010)) return false
  // viem takes a chain that does not answer for a signature that is wrong.
  let failure: unknown
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    const [answer] = await rpc.batch([{ method, params: params as unknown[] }]).catch((error: unknown) => {
      failure = error
      throw error
    })
    if (answer && 'result' in answer) return answer.result
    throw Object.assign(new Error(answer?.refused ?? 'no answer'), { code: 3 })
  }
  const client = createClient({ transport: custom({ request }, { retryCount: 0 }) })
  const signedByCode = await verifyByCode(client, signed).catch((error: unknown) => {
    throw failure ?? error
  })
  if (!signedByCode && failure) throw failure
  return signedByCode
}
