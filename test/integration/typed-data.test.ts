import { Wallet } from 'ethers'
import { encodeFunctionData, type Hex, parseSignature } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forwarderAbi } from '../../core/contracts/forwarder.ts'
import { governorAbi } from '../../core/contracts/governor.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { ballotData } from '../../core/typed-data/ballot.ts'
import { delegationData } from '../../core/typed-data/delegation.ts'
import { type ForwardRequest, forwardData } from '../../core/typed-data/forward.ts'
import { permitData } from '../../core/typed-data/permit.ts'
import { type Activity, member, openActivity } from '../support/activity.ts'
import { startChain, type TestChain } from '../support/chain.ts'
import { openProposal } from '../support/proposal.ts'

let chain: TestChain
let activity: Activity
beforeAll(async () => {
  chain = await startChain()
  activity = await openActivity(chain)
})
afterAll(() => chain.close())

type Data = { domain: object; types: object; primaryType: string; message: object }
const signers: Record<string, (key: Hex, data: Data) => Promise<Hex>> = {
  viem: (key, data) => privateKeyToAccount(key).signTypedData(data as never),
  ethers: async (key, { domain, types, message }) =>
    (await new Wallet(key).signTypedData(domain, types as never, message)) as Hex,
}

/** v, r, s as the older standards take them. */
function split(signature: Hex) {
  const { r, s, yParity } = parseSignature(signature)
  return [27 + yParity, r, s] as const
}

/** Sends a call from somebody who has no part in it; it must succeed. */
async function send(to: Hex, data: Hex): Promise<void> {
  const params = [{ from: member(9), to, data, gas: '0x1e8480' }] as never
  const hash: Hex = await activity.client.request({ method: 'eth_sendTransaction' as never, params })
  expect((await activity.client.waitForTransactionReceipt({ hash })).status).toBe('success')
}

const karmaOf = () => ({ address: chain.deployment.karma, abi: karmaAbi }) as const
const nonceOf = (address: Hex) =>
  activity.client.readContract({ ...karmaOf(), functionName: 'nonces', args: [address] })
const later = 2n ** 40n

describe.each(Object.entries(signers))('signed by %s', (_, sign) => {
  const key = generatePrivateKey()
  const { address } = privateKeyToAccount(key)

  test('a permit sets the allowance', async () => {
    const { karma } = chain.deployment
    const [spender, value] = [member(1), 2n ** 255n + 3n]
    const message = { owner: address, spender, value, nonce: await nonceOf(address), deadline: later }
    const args = [
      address,
      spender,
      value,
      later,
      ...split(await sign(key, permitData(chain.deployment, message))),
    ] as const
    await send(karma, encodeFunctionData({ abi: karmaAbi, functionName: 'permit', args }))
    const allowance = { ...karmaOf(), functionName: 'allowance', args: [address, spender] } as const
    expect(await activity.client.readContract(allowance)).toBe(value)
  })

  test('a delegation moves the votes', async () => {
    await activity.award([{ to: address, amount: 77n }])
    const delegatee = privateKeyToAccount(generatePrivateKey()).address
    const message = { delegatee, nonce: await nonceOf(address), expiry: later }
    const vrs = split(await sign(key, delegationData(chain.deployment, message)))
    const args = [delegatee, message.nonce, later, ...vrs] as const
    await send(
      chain.deployment.karma,
      encodeFunctionData({ abi: karmaAbi, functionName: 'delegateBySig', args }),
    )
    const votes = { ...karmaOf(), functionName: 'getVotes', args: [delegatee] } as const
    expect(await activity.client.readContract(votes)).toBe(77n)
  })

  test('a forward request is verified', async () => {
    const { forwarder, karma } = chain.deployment
    const call = { from: address, to: karma, value: 0n, gas: 12_345n } as const
    const message: ForwardRequest = { ...call, nonce: 0n, deadline: 2 ** 40, data: '0xc0ffee' }
    const signature = await sign(key, forwardData(chain.deployment, message))
    const verify = (changed: Partial<ForwardRequest>) => {
      const args = [{ ...message, ...changed, signature }] as const
      return activity.client.readContract({
        address: forwarder,
        abi: forwarderAbi,
        functionName: 'verify',
        args,
      })
    }
    expect(await verify({})).toBe(true)
    expect(await verify({ data: '0xc0ffef' })).toBe(false)
  })

  test('a ballot counts', async () => {
    const { client } = activity
    const { governor } = chain.deployment
    const contract = { address: governor, abi: governorAbi } as const
    const { proposalId, weight } = await openProposal(activity, address)
    const message = { proposalId, support: 1, voter: address, nonce: 0n } as const
    const signature = await sign(key, ballotData(chain.deployment, message))
    const args = [proposalId, 1, address, signature] as const
    await send(governor, encodeFunctionData({ abi: governorAbi, functionName: 'castVoteBySig', args }))
    const votes = { ...contract, functionName: 'proposalVotes', args: [proposalId] } as const
    expect(await client.readContract(votes)).toEqual([0n, weight, 0n])
  })
})
