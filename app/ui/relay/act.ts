import type { RelayedCall } from '../../../core/relay/call.ts'
import type { RelayContracts } from '../../../core/relay/whitelist.ts'
import { forwardData } from '../../../core/typed-data/forward.ts'
import { type Permit, permitData } from '../../../core/typed-data/permit.ts'
import { Problem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import type { Body } from '../api/shapes.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/relay/act.ts'
import type { Signer } from '../session/siwe.ts'

type Hex = `0x${string}`

/** How long a signed act is good for, seconds: long enough for a slow wallet and a busy chain, short of "given up". */
const GOOD_FOR = 15 * 60

/** A member's yes to a spender taking so much karma (wei), once. */
export type SignedPermit = Pick<Permit, 'deadline'> & { signature: Hex }
export type Tools = {
  contracts: RelayContracts
  /** Asks the wallet for a permit. */
  permit: (what: { spender: Hex; value: bigint }) => Promise<SignedPermit>
}

/** One gasless act: what is to be called, and how often the wallet asks for it. */
export type Act = {
  /** "Buy the pass" */
  name: string
  /** Signatures: 1, or 2 with a permit. */
  signatures: 1 | 2
  call: (tools: Tools) => RelayedCall | Promise<RelayedCall>
}

/** Where an act stands before SNPD has it. */
export type Step =
  | { name: string; at: 'preparing' | 'handing-over' }
  | { name: string; at: 'wallet'; signature: number }

export type Sending = {
  contracts: RelayContracts
  /** The wallet that acts: whose karma, pass or vote it is. */
  from: Hex
  signer: Signer
  report: (step: Step) => void
}

function requireWallet({ from, signer }: Sending): void {
  const address = signer.address.toLowerCase()
  if (address === from) return
  throw new Problem({
    status: 0,
    code: 'wallet.other',
    detail: fill(words.yourWalletAnswersFor, { address, from }),
    fix: words.chooseThatAccountIn,
  })
}

const hex = (value: bigint): Hex => `0x${value.toString(16)}`
const later = () => Math.floor(Date.now() / 1000) + GOOD_FOR

async function signPermit(
  { contracts, from, signer }: Sending,
  { spender, value }: { spender: Hex; value: bigint },
): Promise<SignedPermit> {
  const { nonce } = await request({ path: `/permits/nonce?wallet=${from}`, shape: 'permitNonce' })
  const deadline = BigInt(later())
  const permit = { owner: from, spender, value, nonce: BigInt(nonce), deadline }
  return { deadline, signature: await signer.signTyped(permitData(contracts, permit)) }
}

/** A ForwardRequest of the call, signed, as `POST /api/relay` takes it. */
async function signRequest(sending: Sending, call: RelayedCall): Promise<object> {
  const { contracts, from, signer } = sending
  const { nonce } = await request({ path: `/relay/nonce?wallet=${from}`, shape: 'relayNonce' })
  const message = { from, ...call, value: 0n, nonce: BigInt(nonce), deadline: later() }
  const signature = await signer.signTyped(forwardData(contracts, message))
  // Hex: some decimal numbers look like those of payment cards, which the API refuses.
  const numbers = { value: '0x0', gas: hex(message.gas), nonce: hex(message.nonce) }
  return { ...message, ...numbers, chain_id: contracts.chain_id, signature }
}

/**
 * Has the wallet sign the act and hands it to SNPD, which sends it and pays the gas. Nothing has happened yet when this
 * returns: the answer is to be followed.
 * @throws Problem when the API refuses, `wallet.other` when the signer is not the acting wallet; whatever the wallet throws
 *   when the member declines
 */
export async function sendAct(act: Act, sending: Sending): Promise<Body<'relayed'>> {
  const { name } = act
  requireWallet(sending)
  sending.report({ name, at: 'preparing' })
  const permit: Tools['permit'] = (what) => {
    sending.report({ name, at: 'wallet', signature: 1 })
    return signPermit(sending, what)
  }
  const call = await act.call({ contracts: sending.contracts, permit })
  sending.report({ name, at: 'wallet', signature: act.signatures })
  const body = await signRequest(sending, call)
  sending.report({ name, at: 'handing-over' })
  return request({ path: '/relay', shape: 'relayed', method: 'POST', body })
}
