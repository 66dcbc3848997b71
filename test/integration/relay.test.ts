import { concat, encodeFunctionData, type Hex, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openRelayer } from '../../adapters/chain/relay.ts'
import { forwarderAbi } from '../../core/contracts/forwarder.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { batchGas } from '../../core/relay/batch.ts'
import { type RelayRequest, relayRequestShape } from '../../core/relay/request.ts'
import { startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import {
  PRICE,
  purchase,
  purchaseWithPermit,
  type RelayWorld,
  signRequest,
  startRelayWorld,
} from '../support/relay.ts'

let world: RelayWorld
beforeAll(async () => {
  world = await startRelayWorld()
})
afterAll(() => world.close())

/** A member with karma for one pass, and the request for it. */
async function buyer(karma = PRICE) {
  const member = await world.addMember(karma)
  const data = await purchaseWithPermit(world, member)
  const request = await signRequest(world, member, { to: world.deployment.access_pass, data })
  return { member, request, parsed: relayRequestShape.parse(request) }
}

const charged = async () => {
  const { client, relayer } = world
  const { address } = relayer
  return [await client.getBalance({ address }), await client.getTransactionCount({ address })]
}

test('members without a wei buy passes and switch their votes on, in one transaction', async () => {
  const buyers = [await buyer(), await buyer(), await buyer()]
  const voter = await world.addMember(7n)
  const data = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [voter.address] })
  const vote = await signRequest(world, voter, { to: world.deployment.karma, data })
  const requests = [...buyers.map(({ request }) => request), vote]
  const checked = await Promise.all(requests.map((request) => world.relayer.check(request)))
  const outcomes = await world.relayer.send(checked)
  expect(outcomes.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done'])
  expect(new Set(outcomes.map((outcome) => 'hash' in outcome && outcome.hash)).size).toBe(1)
  for (const { member } of buyers) {
    expect(await world.passOf(member)).toBe(1)
    expect(await world.activity.balance(member.address)).toBe(0n)
    expect(await world.client.getBalance({ address: member.address })).toBe(0n)
  }
  const votes = { address: world.deployment.karma, abi: karmaAbi, functionName: 'getVotes' } as const
  expect(await world.client.readContract({ ...votes, args: [voter.address] })).toBe(7n)
})

test('a request works once: a replay is refused, and skipped when somebody sends it anyway', async () => {
  const { member, request, parsed } = await buyer(2n * PRICE)
  expect(await world.relayer.send([parsed])).toMatchObject([{ status: 'done' }])
  await expect(world.relayer.check(request)).rejects.toMatchObject({ name: 'Final', code: 'relay.nonce' })
  expect(await world.relayer.send([parsed])).toMatchObject([
    { status: 'refused', error: { code: 'relay.nonce' } },
  ])
  expect(await world.activity.balance(member.address)).toBe(PRICE)
})

test('the second request of a member waits for the first', async () => {
  const { member, parsed } = await buyer(2n * PRICE)
  const data = purchase()
  const second = await signRequest(world, member, {
    ...{ to: world.deployment.access_pass, data, nonce: parsed.nonce + 1n },
  })
  await expect(world.relayer.check(second)).rejects.toMatchObject({ name: 'Retryable', code: 'relay.nonce' })
})

test('whose request it is, its signature says: an address put behind the data changes nothing', async () => {
  const victim = await world.addMember(PRICE)
  const thief = await world.addMember(PRICE)
  const to = world.deployment.access_pass
  for (const member of [victim, thief])
    await world.relayer.send([
      relayRequestShape.parse(
        await signRequest(world, member, { to, data: await purchaseWithPermit(world, member) }),
      ),
    ])
  await world.activity.award([victim, thief].map(({ address }) => ({ to: address, amount: PRICE })))
  const data = concat([await purchaseWithPermit(world, thief), victim.address])
  const spoofed = relayRequestShape.parse(await signRequest(world, thief, { to, data }))
  expect(await world.relayer.send([spoofed])).toMatchObject([{ status: 'done' }])
  expect(await world.activity.balance(victim.address)).toBe(PRICE)
  expect(await world.activity.balance(thief.address)).toBe(0n)
})

test('a request that goes bad on the way takes no other with it', async () => {
  const good = await buyer()
  const copied = await buyer()
  const poor = await buyer()
  const { client, activity } = world
  await client.setBalance({ address: poor.member.address, value: parseEther('1') })
  await client.setAutomine(false)
  onTestFinished(() => client.setAutomine(true))
  const sending = world.relayer.send([poor.parsed, copied.parsed, copied.parsed, good.parsed])
  await expect.poll(async () => (await client.getTxpoolStatus()).pending).toBe(1)
  // Mined in front of the batch, for it bids more.
  const params = {
    to: world.deployment.karma,
    from: poor.member.address,
    gas: '0x186a0',
    gasPrice: '0x2540be400',
  }
  const data = encodeFunctionData({
    abi: karmaAbi,
    functionName: 'transfer',
    args: [good.member.address, 1n],
  })
  await client.request({ method: 'eth_sendTransaction' as never, params: [{ ...params, data }] as never })
  await expect.poll(async () => (await client.getTxpoolStatus()).pending).toBe(2)
  await client.mine({ blocks: 1 })
  const outcomes = await sending
  expect(outcomes.map(({ status }) => status)).toEqual(['reverted', 'done', 'skipped', 'done'])
  expect([await world.passOf(poor.member), await world.passOf(copied.member)]).toEqual([0, 1])
  expect(await activity.balance(good.member.address)).toBe(1n)
})

test('no request starves another: each gets what it was signed for, even when all use all of it', async () => {
  const members = await Promise.all(
    Array.from({ length: 12 }, () => privateKeyToAccount(generatePrivateKey())),
  )
  await world.activity.award(members.map(({ address }) => ({ to: address, amount: PRICE })))
  const requests: RelayRequest[] = []
  for (const [index, member] of members.entries()) {
    const data = await purchaseWithPermit(world, member)
    // All but the last ask for less than the call needs, so that it burns all of it.
    const gas = index === 11 ? 220_000n : 60_000n
    const request = await signRequest(world, member, { to: world.deployment.access_pass, data, gas })
    requests.push(relayRequestShape.parse(request))
  }
  const { client, deployment, relayer } = world
  const execute = (gas: bigint) => {
    const args = [requests, relayer.address] as const
    const data = encodeFunctionData({ abi: forwarderAbi, functionName: 'executeBatch', args })
    const call = { from: relayer.address, to: deployment.forwarder, data, gas: `0x${gas.toString(16)}` }
    return client.request({ method: 'eth_sendTransaction' as never, params: [call] as never }) as Promise<Hex>
  }
  const starved = await client.waitForTransactionReceipt({ hash: await execute(1_000_000n) })
  expect(starved.status).toBe('reverted')
  const { status, gasUsed } = await client.waitForTransactionReceipt({
    hash: await execute(batchGas(requests)),
  })
  expect(status).toBe('success')
  expect(gasUsed).toBeGreaterThan(11n * 60_000n)
  expect(await Promise.all(members.map((member) => world.passOf(member)))).toEqual([...Array(11).fill(0), 1])
})

test('a batch that reverts as a whole used up no request: it is worth another try', async () => {
  const { parsed } = await buyer()
  const { client, deployment, relayer } = world
  const address = deployment.forwarder
  const code = (await client.getCode({ address })) ?? '0x'
  await client.setAutomine(false)
  onTestFinished(() => client.setAutomine(true))
  const sending = relayer.send([parsed])
  sending.catch(() => undefined)
  await expect.poll(async () => (await client.getTxpoolStatus()).pending).toBe(1)
  await client.setCode({ address, bytecode: '0xfe' })
  await client.mine({ blocks: 1 })
  await expect(sending).rejects.toMatchObject({ name: 'Retryable', code: 'relay.unmined' })
  await client.setCode({ address, bytecode: code })
  await client.setAutomine(true)
  expect(await relayer.send([parsed])).toMatchObject([{ status: 'done' }])
})

test('nothing is sent when nothing is good', async () => {
  const before = await charged()
  expect(await world.relayer.send([])).toEqual([])
  const { parsed } = await buyer(PRICE - 1n)
  expect(await world.relayer.send([parsed])).toMatchObject([{ status: 'refused' }])
  expect(await charged()).toEqual(before)
})

test('fifty go into one transaction, and the next one waits', async () => {
  const members = Array.from({ length: 51 }, () => privateKeyToAccount(generatePrivateKey()))
  const requests = await Promise.all(
    members.map(async (member) => {
      const data = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [member.address] })
      const request = await signRequest(world, member, { to: world.deployment.karma, data })
      return relayRequestShape.parse(request)
    }),
  )
  const outcomes = await world.relayer.send(requests)
  expect(outcomes.map(({ status }) => status)).toEqual([...Array(50).fill('done'), 'waiting'])
})

test('a relayer without fuel, a node of another chain and a node that is gone', async () => {
  const { request, parsed } = await buyer()
  const relayerKey = generatePrivateKey()
  const { deployment, chain } = world
  const poor = openRelayer({ rpcUrl: chain.rpcUrl, relayerKey, deployment })
  await poor.check(request)
  await expect(poor.send([parsed])).rejects.toMatchObject({
    ...{ name: 'Retryable', code: 'relay.no-gas', fix: expect.stringContaining(poor.address) },
  })
  const other = await startAnvil({ port: await freePort(), chainId: 5 })
  onTestFinished(other.stop)
  const lost = openRelayer({ rpcUrl: other.url, relayerKey, deployment })
  await expect(lost.check(request)).rejects.toMatchObject({ name: 'Final', code: 'chain.wrong-id' })
  await expect(lost.send([parsed])).rejects.toMatchObject({ code: 'chain.wrong-id' })
  const rpcUrl = `http://127.0.0.1:${await freePort()}/secret`
  const gone = openRelayer({ rpcUrl, relayerKey, deployment })
  const error = await gone.check(request).catch((reason: Error) => reason)
  expect(error).toMatchObject({ name: 'Retryable', code: 'chain.unreachable' })
  expect(String(error)).not.toContain('secret')
})
