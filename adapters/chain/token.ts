import { z } from 'zod'
import { signatureHash } from '../../core/keccak.ts'
import { type Answer, badAnswer, type Rpc, resultOf } from './rpc.ts'

type Hex = `0x${string}`

const selectorOf = (signature: string) => signatureHash(signature).slice(0, 10)
const TOTAL_SUPPLY = selectorOf('totalSupply()')
const BALANCE_OF = selectorOf('balanceOf(address)')
const LIFETIME_EARNED = selectorOf('lifetimeEarned(address)')
const amounts = { balance: BALANCE_OF, earned: LIFETIME_EARNED } as const

const codeShape = z.string().regex(/^0x(?:[0-9a-f]{2})*$/i)
const wordShape = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/i)
  .transform(BigInt)

/** A token in the state that exactly this block left behind (EIP-1898). */
export type TokenAt = { token: Hex; blockHash: Hex }

const call = ({ token, blockHash }: TokenAt, data: string) => ({
  method: 'eth_call',
  params: [{ to: token, data }, { blockHash }],
})

/**
 * Units of the token that exist.
 * @throws Retryable `chain.unreachable`; `chain.bad-answer`, also when the node has no state of that block (any more)
 */
export async function readSupply(rpc: Rpc, at: TokenAt): Promise<bigint> {
  const [answer] = await rpc.batch([call(at, TOTAL_SUPPLY)])
  return resultOf(rpc, answer, wordShape)
}

/**
 * What each of the addresses holds, or (of Karma alone) was ever awarded, in their order.
 * @throws Retryable `chain.unreachable`; `chain.bad-answer`, also when the node has no state of that block (any more)
 */
export async function readAmounts(
  rpc: Rpc,
  at: TokenAt,
  { what, addresses }: { what: keyof typeof amounts; addresses: Hex[] },
): Promise<bigint[]> {
  const answers = await rpc.batch(
    addresses.map((address) => call(at, `${amounts[what]}${address.slice(2).padStart(64, '0')}`)),
  )
  return answers.map((answer) => resultOf(rpc, answer, wordShape))
}

/**
 * Of the addresses, those without code at the chain's newest block.
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function withoutCode(rpc: Rpc, addresses: Hex[]): Promise<Hex[]> {
  const answers = await rpc.batch(
    addresses.map((address) => ({ method: 'eth_getCode', params: [address, 'latest'] })),
  )
  return addresses.filter((_, index) => resultOf(rpc, answers[index], codeShape) === '0x')
}

/** The supply that a call at the chain's newest block tells; undefined when the contract tells none. */
export async function findSupply(rpc: Rpc, token: Hex, block: string): Promise<bigint | undefined> {
  const [answer]: (Answer | undefined)[] = await rpc.batch([
    { method: 'eth_call', params: [{ to: token, data: TOTAL_SUPPLY }, block] },
  ])
  if (!answer) throw badAnswer(rpc.origin, 'nothing')
  return 'result' in answer ? wordShape.safeParse(answer.result).data : undefined
}
