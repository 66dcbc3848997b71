import { encodeFunctionData, parseEther, parseSignature } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { openRelayer } from '../../adapters/chain/relay.ts'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { forwarderAbi } from '../../core/contracts/forwarder.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { type ForwardRequest, forwardData } from '../../core/typed-data/forward.ts'
import { permitData } from '../../core/typed-data/permit.ts'
import { openActivity } from './activity.ts'
import { startChain, type TestChain } from './chain.ts'

type Hex = `0x${string}`
export type RelayWorld = Awaited<ReturnType<typeof startRelayWorld>>
type Signing = Partial<ForwardRequest> & { data: Hex; to: Hex; chainId?: number; forwarder?: Hex }

/** What a pass of tier 1 costs in this world, in wei. */
export const PRICE = 500n

/** A request as a member's browser would send it. */
export async function signRequest(world: RelayWorld, member: PrivateKeyAccount, signing: Signing) {
  const { chainId, forwarder, ...call } = signing
  const { chain_id, forwarder: trusted } = world.deployment
  const from = member.address.toLowerCase() as Hex
  const now = Math.max(Number((await world.client.getBlock()).timestamp), Math.floor(Date.now() / 1000))
  const message = {
    ...{ from, value: 0n, gas: 140_000n, nonce: await world.nonceOf(from), deadline: now + 600 },
    ...call,
  }
  const domain = { chain_id: chainId ?? chain_id, forwarder: forwarder ?? trusted }
  const { value, gas, nonce } = message
  const signature = await member.signTypedData(forwardData(domain, message))
  return {
    ...{ ...message, chain_id, signature },
    ...{ value: String(value), gas: String(gas), nonce: String(nonce) },
  }
}

/** Calldata of `purchase`. */
export function purchase(maxPrice = PRICE): Hex {
  return encodeFunctionData({ abi: accessPassAbi, functionName: 'purchase', args: [1, 1, maxPrice] })
}

/** The end of a call's arguments: a permit of the member's karma. */
export async function permit(
  { deployment, client }: RelayWorld,
  member: PrivateKeyAccount,
  { spender, value }: { spender: Hex; value: bigint },
) {
  const karma = { address: deployment.karma, abi: karmaAbi } as const
  const nonce = await client.readContract({ ...karma, functionName: 'nonces', args: [member.address] })
  const message = { owner: member.address, spender, value, nonce, deadline: 2n ** 40n }
  const { r, s, yParity } = parseSignature(await member.signTypedData(permitData(deployment, message)))
  return [message.deadline, 27 + yParity, r, s] as const
}

/** Calldata of `purchaseWithPermit`, with the member's permit. */
export async function purchaseWithPermit(
  world: RelayWorld,
  member: PrivateKeyAccount,
  value = PRICE,
): Promise<Hex> {
  const end = await permit(world, member, { spender: world.deployment.access_pass, value })
  const args = [1, 1, value, ...end] as const
  return encodeFunctionData({ abi: accessPassAbi, functionName: 'purchaseWithPermit', args })
}

/** A chain of its own for `relayWorldOn`. Call `close` when done. */
export async function startRelayWorld() {
  return relayWorldOn(await startChain())
}

/** A chain with a tier to buy, and a relayer who holds 100 ETH. Members hold none. */
export async function relayWorldOn(chain: TestChain) {
  const activity = await openActivity(chain)
  const { client, deployment } = activity
  await activity.openTier(1, PRICE)
  const relayerKey = generatePrivateKey()
  const relayer = openRelayer({ rpcUrl: chain.rpcUrl, relayerKey, deployment })
  await client.setBalance({ address: relayer.address, value: parseEther('100') })
  const forwarder = { address: deployment.forwarder, abi: forwarderAbi } as const
  const nonceOf = (address: Hex) =>
    client.readContract({ ...forwarder, functionName: 'nonces', args: [address] })
  /** A new wallet that holds karma and not a wei of anything else. */
  const addMember = async (karma: bigint) => {
    const account = privateKeyToAccount(generatePrivateKey())
    if (karma > 0n) await activity.award([{ to: account.address, amount: karma }])
    return account
  }
  const passOf = async (member: PrivateKeyAccount) => {
    const pass = { address: deployment.access_pass, abi: accessPassAbi } as const
    const [tier] = await client.readContract({ ...pass, functionName: 'passes', args: [member.address] })
    return tier
  }
  const world = { chain, activity, client, deployment, relayer, nonceOf, addMember, passOf }
  return { ...world, close: chain.close }
}
