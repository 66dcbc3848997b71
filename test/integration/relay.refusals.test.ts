import { encodeFunctionData, getAddress, type Hex } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { forwarderAbi } from '../../core/contracts/forwarder.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { relayRequestShape } from '../../core/relay/request.ts'
import {
  PRICE,
  purchase,
  purchaseWithPermit,
  type RelayWorld,
  signRequest,
  startRelayWorld,
} from '../support/relay.ts'

let world: RelayWorld
let member: PrivateKeyAccount
let other: PrivateKeyAccount

beforeAll(async () => {
  world = await startRelayWorld()
  member = await world.addMember(2n * PRICE)
  other = await world.addMember(PRICE)
})
afterAll(() => world.close())

type Signed = Awaited<ReturnType<typeof signRequest>>
type Change = Parameters<typeof signRequest>[2] extends infer S ? Partial<S> : never

async function sign(change: Change = {}): Promise<Signed> {
  const call = { to: world.deployment.access_pass, data: await purchaseWithPermit(world, member) }
  return signRequest(world, member, { ...call, ...change })
}

const now = () => Math.floor(Date.now() / 1000)
const stranger: Hex = `0x${'ab'.repeat(20)}`
const karmaCall = (functionName: 'transfer' | 'approve' | 'spend') => {
  const args = functionName === 'spend' ? [1n, `0x${'0'.repeat(64)}`] : [stranger, 1n]
  return encodeFunctionData({ abi: karmaAbi, functionName, args } as never)
}
const awardRun = encodeFunctionData({
  ...{ abi: karmaAbi, functionName: 'awardRun' },
  args: [9_999n, [(BigInt(stranger) << 96n) | 1n], `0x${'0'.repeat(64)}`],
} as never)
const setTier = encodeFunctionData({
  ...{ abi: accessPassAbi, functionName: 'setTier' },
  args: [1, { price: 0n, period: 1, minEarned: 0n }],
} as never)

const refusals: [string, string, () => Promise<unknown>][] = [
  [
    'another target than was signed',
    'relay.signature',
    async () => {
      const data = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [member.address] })
      return { ...(await sign({ data })), to: world.deployment.karma }
    },
  ],
  [
    'another member than signed',
    'relay.signature',
    async () => ({
      ...{ ...(await sign()), from: other.address, nonce: String(await world.nonceOf(other.address)) },
    }),
  ],
  [
    'other calldata than was signed',
    'relay.signature',
    async () => ({ ...(await sign()), data: purchase() }),
  ],
  ['more gas than was signed', 'relay.signature', async () => ({ ...(await sign()), gas: '140001' })],
  [
    'a later deadline than was signed',
    'relay.signature',
    async () => ({ ...(await sign()), deadline: now() + 900 }),
  ],
  ['a later nonce than was signed', 'relay.nonce', async () => ({ ...(await sign()), nonce: '1' })],
  [
    'a signature with one bit flipped',
    'relay.signature',
    async () => {
      const signed = await sign()
      const flipped = signed.signature[10] === '0' ? '1' : '0'
      return { ...signed, signature: signed.signature.slice(0, 10) + flipped + signed.signature.slice(11) }
    },
  ],
  ['a signature for another chain', 'relay.signature', () => sign({ chainId: 1 })],
  ['a signature for another forwarder', 'relay.signature', () => sign({ forwarder: stranger })],
  ['a request of another chain', 'relay.chain', async () => ({ ...(await sign()), chain_id: 1 })],
  ['one that has expired', 'relay.deadline', () => sign({ deadline: now() - 1 })],
  ['one that is about to expire', 'relay.deadline', () => sign({ deadline: now() + 10 })],
  ['one that is good for a day', 'relay.deadline', () => sign({ deadline: now() + 86_400 })],
  ['a target that is no contract of ours', 'relay.not-allowed', () => sign({ to: stranger })],
  ['the forwarder itself', 'relay.not-allowed', () => sign({ to: world.deployment.forwarder })],
  ['the access manager', 'relay.not-allowed', () => sign({ to: world.deployment.access_manager })],
  [
    'a transfer',
    'relay.not-allowed',
    () => sign({ to: world.deployment.karma, data: karmaCall('transfer') }),
  ],
  [
    'an approval',
    'relay.not-allowed',
    () => sign({ to: world.deployment.karma, data: karmaCall('approve') }),
  ],
  ['a burn', 'relay.not-allowed', () => sign({ to: world.deployment.karma, data: karmaCall('spend') })],
  ['a mint', 'relay.not-allowed', () => sign({ to: world.deployment.karma, data: awardRun })],
  ['a change of the tiers', 'relay.not-allowed', () => sign({ data: setTier })],
  [
    'a function of another whitelisted target',
    'relay.not-allowed',
    () => sign({ to: world.deployment.karma, data: purchase() }),
  ],
  ['value', 'relay.value', () => sign({ value: 1n })],
  ['more gas than a purchase may ask for', 'relay.gas', () => sign({ gas: 220_001n })],
  ['all the gas in the world', 'relay.gas', () => sign({ gas: 2n ** 256n - 1n })],
  ['less gas than the call needs', 'relay.gas', () => sign({ gas: 50_000n })],
  ['no gas at all', 'relay.gas', () => sign({ gas: 0n })],
  ['no selector', 'input.invalid', () => sign({ data: '0x1234' })],
  ['too much data', 'input.invalid', () => sign({ data: `0x${'00'.repeat(4_609)}` })],
  [
    'a compact signature',
    'input.invalid',
    async () => ({ ...(await sign()), signature: `0x${'00'.repeat(64)}` }),
  ],
  ['a field that nobody signed', 'input.invalid', async () => ({ ...(await sign()), tip: '1' })],
  ['a number above uint256', 'input.invalid', async () => ({ ...(await sign()), gas: String(2n ** 256n) })],
  ['a deadline above uint48', 'input.invalid', async () => ({ ...(await sign()), deadline: 2 ** 48 })],
  ['nothing', 'input.invalid', async () => undefined],
]

const charged = async () => {
  const { address } = world.relayer
  const { client } = world
  return [
    await client.getBalance({ address }),
    await client.getTransactionCount({ address }),
    await client.getBlockNumber(),
  ]
}

test.each(refusals)('refuses %s with %s, says what to do, and pays nothing', async (_, code, make) => {
  const request = await make()
  const before = await charged()
  const error = await world.relayer.check(request).catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    code,
    fix: expect.stringMatching(/\.$/),
    message: expect.stringMatching(/\S/),
  })
  const parsed = relayRequestShape.safeParse(request)
  if (parsed.success)
    expect(await world.relayer.send([parsed.data])).toMatchObject([{ status: 'refused', error: { code } }])
  expect(await charged()).toEqual(before)
})

test('the request that all of them are made from is good, in any case of its letters', async () => {
  const request = await sign()
  const good = { from: member.address.toLowerCase(), to: world.deployment.access_pass }
  expect(await world.relayer.check(request)).toMatchObject(good)
  const written = { from: getAddress(request.from), to: getAddress(request.to) }
  const data = `0x${request.data.slice(2).toUpperCase()}`
  expect(await world.relayer.check({ ...request, ...written, data })).toMatchObject(good)
})

test('what the contract refuses is said in words', async () => {
  const poor = await world.addMember(PRICE - 1n)
  const { deployment, relayer } = world
  const to = deployment.access_pass
  const refused = async (data: Hex, message: string) => {
    const request = await signRequest(world, poor, { to, data })
    await expect(relayer.check(request)).rejects.toMatchObject({
      name: 'Final',
      code: 'relay.refused',
      message,
    })
  }
  const lack = (have: string) => `It takes 0.0000000000000005 karma and you ${have}.`
  await refused(await purchaseWithPermit(world, poor), lack('have 0.000000000000000499'))
  await refused(purchase(), lack('allowed 0'))
  await refused(
    await purchaseWithPermit(world, poor, 400n),
    'It costs 0.0000000000000005 karma now, more than the 0.0000000000000004 you agreed to.',
  )
  const closed = encodeFunctionData({ abi: accessPassAbi, functionName: 'purchase', args: [9, 1, 1n] })
  await refused(closed, 'The contract refuses it: TierClosed.')
})

test('the chain refuses what the relayer would not have sent, too: a role cannot be had through the forwarder', async () => {
  const { client, deployment, relayer, activity } = world
  const admin = privateKeyToAccount(world.chain.deployerKey)
  const anyone = privateKeyToAccount(generatePrivateKey())
  const requests = [
    await signRequest(world, anyone, { to: deployment.karma, data: awardRun, gas: 300_000n }),
    await signRequest(world, anyone, { to: deployment.access_pass, data: setTier, gas: 300_000n, nonce: 1n }),
    await signRequest(world, admin, { to: deployment.karma, data: awardRun, gas: 300_000n }),
  ].map((request) => relayRequestShape.parse(request))
  const data = encodeFunctionData({
    ...{ abi: forwarderAbi, functionName: 'executeBatch' },
    args: [requests, relayer.address],
  } as never)
  const call = { from: relayer.address, to: deployment.forwarder, data, gas: '0x3d0900' }
  const hash = await client.request({ method: 'eth_sendTransaction' as never, params: [call] as never })
  const receipt = await client.waitForTransactionReceipt({ hash })
  expect(receipt.logs.map(({ data: result }) => BigInt(`0x${result.slice(66)}`))).toEqual([0n, 0n, 0n])
  expect(await activity.balance(stranger)).toBe(0n)
})
