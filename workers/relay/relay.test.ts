import { encodeFunctionData, type Hex } from 'viem'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRelayerAccount } from '../../adapters/chain/relayer.ts'
import { forwarderAbi } from '../../core/contracts/forwarder.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { SHORTEST_LIFE } from '../../core/relay/admit.ts'
import { listOpenBatches } from '../../db/relay/open.ts'
import { PRICE, purchase } from '../../test/support/relay.ts'
import { type Buyer, type RelayingWorld, startRelayingWorld } from '../../test/support/relaying.ts'
import { silentLogger } from '../../test/support/settle.ts'
import { driveBatch } from './drive.ts'
import { gather } from './gather.ts'
import { relayStep } from './step.ts'

let world: RelayingWorld
beforeEach(async () => {
  world = await startRelayingWorld()
})
afterEach(() => world.close())

const state = async (buyer: Buyer, id: string) => (await world.status(buyer, id)).state
const becomes = (buyer: Buyer, id: string, wanted: string) =>
  expect.poll(() => state(buyer, id), { interval: 50 }).toBe(wanted)
const sends = async () => {
  const [row] = await world.database.app<{ count: number }[]>`
    select count(*)::int as count from app.relay_transaction`
  return row?.count
}
/** What the chain's forwarder did of a wallet, in order. */
const carriedOut = async ({ wallet }: Buyer) => {
  const forwarder = { address: world.chain.deployment.forwarder, abi: forwarderAbi, fromBlock: 0n } as const
  const events = await world.signing.client.getContractEvents({
    ...{ ...forwarder, eventName: 'ExecutedForwardRequest', strict: true },
  })
  return events
    .filter(({ args }) => args.signer.toLowerCase() === wallet)
    .map(({ args }) => `${args.nonce} ${args.success}`)
}
const mine = () => world.anvil.mine({ blocks: 1 })

test('requests of several wallets go in one transaction, and are done when the mirror shows them', async () => {
  const buyers = [await world.addBuyer(), await world.addBuyer(), await world.addBuyer()]
  const ids = await Promise.all(buyers.map((buyer) => world.ask(buyer)))
  world.work()
  for (const [index, buyer] of buyers.entries()) await becomes(buyer, ids[index] ?? '', 'done')
  const all = await Promise.all(buyers.map((buyer, index) => world.status(buyer, ids[index] ?? '')))
  expect(new Set(all.map(({ tx_hash }) => tx_hash)).size).toBe(1)
  const [first] = all
  const { blockNumber } = await world.signing.client.getTransactionReceipt({
    hash: (first?.tx_hash ?? '0x') as Hex,
  })
  expect(first).toMatchObject({ block_number: Number(blockNumber), problem: null, nonce: '0' })
  for (const { account } of buyers) expect(await world.signing.passOf(account)).toBe(1)
  expect(await sends()).toBe(1)
  expect(await listOpenBatches(world.database.app, new Date())).toEqual([])
})

test('requests of one wallet are carried out in their order, each in a batch of its own', async () => {
  const buyer = await world.addBuyer(2n * PRICE)
  const vote = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [buyer.wallet] })
  const first = await world.ask(buyer)
  const second = await world.ask(buyer, { to: world.chain.deployment.karma, data: vote, nonce: 1n })
  world.work()
  await becomes(buyer, second, 'done')
  expect(await state(buyer, first)).toBe('done')
  expect(await carriedOut(buyer)).toEqual(['0 true', '1 true'])
  expect(await sends()).toBe(2)
})

test('one that would fail by now is refused with the reason, is not sent, and takes those behind it along', async () => {
  const [poor, good] = [await world.addBuyer(PRICE), await world.addBuyer()]
  const first = await world.ask(poor)
  const second = await world.ask(poor, { data: purchase(), gas: 140_000n, nonce: 1n })
  await world.signing.client.setBalance({ address: poor.wallet, value: 10n ** 18n })
  await world.signing.activity.transfer(poor.wallet, good.wallet, 1n)
  const third = await world.ask(good)
  world.work()
  await becomes(good, third, 'done')
  await becomes(poor, second, 'refused')
  expect(await world.status(poor, first)).toMatchObject({
    state: 'refused',
    tx_hash: null,
    problem: { code: 'relay.refused', message: expect.stringContaining('karma and you have') },
  })
  expect((await world.status(poor, second)).problem).toMatchObject({ code: 'relay.nonce' })
  expect(await carriedOut(poor)).toEqual([])
  // Its number is free again.
  const vote = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [poor.wallet] })
  await becomes(poor, await world.ask(poor, { to: world.chain.deployment.karma, data: vote }), 'done')
})

test('two workers, and sends by several at the same instant, carry it out once', async () => {
  const buyers = [await world.addBuyer(2n * PRICE), await world.addBuyer(2n * PRICE)]
  const ids = await Promise.all(buyers.map((buyer) => world.ask(buyer)))
  const relay = world.relay()
  await Promise.all([gather(relay, new Date()), gather(relay, new Date()), gather(relay, new Date())])
  const [batch] = await listOpenBatches(world.database.app, new Date())
  if (!batch) throw new Error('nothing was frozen')
  await Promise.allSettled([driveBatch(relay, batch), driveBatch(relay, batch), driveBatch(relay, batch)])
  world.work()
  world.work()
  for (const [index, buyer] of buyers.entries()) await becomes(buyer, ids[index] ?? '', 'done')
  for (const buyer of buyers) expect(await carriedOut(buyer)).toEqual(['0 true'])
})

test('steps at once from four sides put each request into one batch', async () => {
  const buyers: Buyer[] = []
  for (let count = 0; count < 6; count++) buyers.push(await world.addBuyer())
  const ids = await Promise.all(buyers.map((buyer) => world.ask(buyer)))
  await Promise.allSettled(Array.from({ length: 4 }, () => relayStep(world.relay())))
  const emptied = await world.database.app`
    select id from app.relay_batch b where not exists (select from app.relay_request where batch_id = b.id)`
  expect(emptied).toEqual([])
  world.work()
  for (const [index, buyer] of buyers.entries()) await becomes(buyer, ids[index] ?? '', 'done')
  for (const buyer of buyers) expect(await carriedOut(buyer)).toEqual(['0 true'])
})

test('a reorg that takes the block away: told so, sent again, done once', async () => {
  const buyer = await world.addBuyer()
  const id = await world.ask(buyer)
  world.work()
  await becomes(buyer, id, 'done')
  await world.anvil.mine({ blocks: 2 })
  await world.anvil.request({ method: 'anvil_reorg', params: [3, []] } as never)
  await mine()
  await becomes(buyer, id, 'sent')
  await becomes(buyer, id, 'done')
  expect(await carriedOut(buyer)).toEqual(['0 true'])
})

describe('with blocks held back', () => {
  beforeEach(async () => {
    await world.signing.client.mine({ blocks: 1 })
  })
  const hold = () => world.anvil.setAutomine(false)
  const lastHash = async (): Promise<Hex> => {
    const [row] = await world.database.app<{ tx_hash: Buffer }[]>`
      select tx_hash from app.relay_transaction order by sent_at desc limit 1`
    return `0x${row?.tx_hash.toString('hex')}`
  }
  const nonces = async () =>
    (await world.database.app<{ nonce: number }[]>`select nonce::float8 from app.relay_transaction`).map(
      ({ nonce }) => nonce,
    )

  test('a transaction that the pool dropped is sent again with the same nonce', async () => {
    const buyer = await world.addBuyer()
    const id = await world.ask(buyer)
    await hold()
    world.work()
    await becomes(buyer, id, 'sent')
    const hash = await lastHash()
    await expect.poll(() => world.signing.client.getTransaction({ hash })).toBeTruthy()
    await world.anvil.dropTransaction({ hash })
    await expect.poll(async () => (await world.signing.client.getTxpoolStatus()).pending).toBe(1)
    expect(new Set(await nonces()).size).toBe(1)
    await world.anvil.setAutomine(true)
    await mine()
    await becomes(buyer, id, 'done')
    expect(await carriedOut(buyer)).toEqual(['0 true'])
  })

  test('a transaction that is stuck is replaced: same nonce, higher bid, carried out once', async () => {
    const buyer = await world.addBuyer()
    const id = await world.ask(buyer)
    await hold()
    world.work({ stuckSeconds: 1 })
    await expect.poll(sends).toBeGreaterThanOrEqual(3)
    expect((await world.signing.client.getTxpoolStatus()).pending).toBe(1)
    expect(new Set(await nonces()).size).toBe(1)
    await world.anvil.setAutomine(true)
    await mine()
    await becomes(buyer, id, 'done')
    expect(await carriedOut(buyer)).toEqual(['0 true'])
  })

  test('what ran out of time in the pool is given up, and its place is taken by the next', async () => {
    const [late, next] = [await world.addBuyer(), await world.addBuyer()]
    const id = await world.ask(late, { deadline: Math.floor(Date.now() / 1000) + SHORTEST_LIFE + 2 })
    await hold()
    const relay = world.relay({ stuckSeconds: 1 })
    await relayStep(relay)
    await becomes(late, id, 'sent')
    await world.database.app`update app.relay_request set deadline = now() - interval '2 minutes'`
    expect(await state(late, id)).toBe('expired')
    await world.database.app`update app.relay_transaction set sent_at = now() - interval '1 minute'`
    const other = await world.ask(next)
    await relayStep(relay)
    expect(await sends()).toBe(2)
    expect(new Set(await nonces()).size).toBe(1)
    await world.anvil.setAutomine(true)
    await mine()
    world.work()
    await becomes(next, other, 'done')
    expect(await carriedOut(late)).toEqual([])
  })

  test('while the mirror stands still a mined request is called mined, and not sent again', async () => {
    await world.stopIndexer()
    const buyer = await world.addBuyer()
    const id = await world.ask(buyer)
    world.work({ stuckSeconds: 0 })
    await becomes(buyer, id, 'mined')
    await world.restartIndexer()
    await becomes(buyer, id, 'done')
    expect(await sends()).toBe(1)
  })

  test('one that the contract refuses in its block is told as reverted, with its number used up', async () => {
    const buyer = await world.addBuyer()
    const id = await world.ask(buyer)
    const { client } = world.signing
    await client.setBalance({ address: buyer.wallet, value: 10n ** 18n })
    await hold()
    world.work()
    await becomes(buyer, id, 'sent')
    await expect.poll(async () => (await client.getTxpoolStatus()).pending).toBe(1)
    // Mined in front of the batch, for it bids more.
    const data = encodeFunctionData({
      abi: karmaAbi,
      functionName: 'transfer',
      args: [`0x${'1'.repeat(40)}`, 1n],
    })
    const call = {
      from: buyer.wallet,
      to: world.chain.deployment.karma,
      data,
      gas: '0x186a0',
      gasPrice: '0x2540be400',
    }
    await client.request({ method: 'eth_sendTransaction' as never, params: [call] as never })
    await mine()
    await becomes(buyer, id, 'reverted')
    expect(await carriedOut(buyer)).toEqual(['0 false'])
    expect((await world.status(buyer, id)).problem).toMatchObject({ code: 'relay.refused' })
  })
})

test('a batch that a reorg left without what came before it holds nobody up', async () => {
  const [torn, next] = [await world.addBuyer(2n * PRICE), await world.addBuyer()]
  const vote = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [torn.wallet] })
  const first = await world.ask(torn)
  const second = await world.ask(torn, { to: world.chain.deployment.karma, data: vote, nonce: 1n })
  const worker = world.work()
  await becomes(torn, second, 'done')
  await worker.stop()
  // The first ran out of time in the meantime, so that nothing brings it back.
  await world.database
    .app`update app.relay_request set deadline = now() - interval '2 minutes' where id = ${first}`
  await world.anvil.mine({ blocks: 2 })
  await world.anvil.request({ method: 'anvil_reorg', params: [4, []] } as never)
  await mine()
  await becomes(torn, second, 'sent')
  await becomes(torn, first, 'expired')
  const other = await world.ask(next)
  world.work()
  await becomes(next, other, 'done')
  await becomes(torn, second, 'sent')
})

describe('others who are faster', () => {
  test('a copy of our request that somebody else sends counts as done', async () => {
    const buyer = await world.addBuyer()
    const request = await world.sign(buyer)
    const id = await world.ask(buyer, { data: request.data, deadline: request.deadline })
    const stranger = await world.stranger()
    const args = [[request], stranger.account.address] as const
    const address = world.chain.deployment.forwarder
    const call = { address, abi: forwarderAbi, functionName: 'executeBatch', args } as const
    const hash = await stranger.writeContract(call)
    await world.signing.client.waitForTransactionReceipt({ hash })
    world.work()
    await becomes(buyer, id, 'done')
    expect(await sends()).toBe(0)
    expect(await carriedOut(buyer)).toEqual(['0 true'])
  })

  test('something else that the wallet signed with that number takes its place', async () => {
    const buyer = await world.addBuyer()
    const id = await world.ask(buyer)
    const data = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [buyer.wallet] })
    const other = await world.sign(buyer, { to: world.chain.deployment.karma, data })
    const stranger = await world.stranger()
    const address = world.chain.deployment.forwarder
    const call = { address, abi: forwarderAbi, functionName: 'execute', args: [other] } as const
    const hash = await stranger.writeContract(call)
    await world.signing.client.waitForTransactionReceipt({ hash })
    world.work()
    await becomes(buyer, id, 'replaced')
    expect((await world.status(buyer, id)).problem).toMatchObject({ code: 'relay.nonce' })
    expect(await world.signing.passOf(buyer.account)).toBe(0)
  })
})

describe('trouble is told in one sentence and passes', () => {
  test('a relayer without gas', async () => {
    const told: { code?: string; message: string }[] = []
    const error = (fields: object, message: string) => void told.push({ ...fields, message })
    const { address } = world.account
    await world.signing.client.setBalance({ address, value: 0n })
    const buyer = await world.addBuyer()
    const id = await world.ask(buyer)
    world.work({ logger: { ...silentLogger, error } })
    await expect
      .poll(() => told[0])
      .toMatchObject({ code: 'relay.no-gas', message: expect.stringContaining(address) })
    await world.signing.client.setBalance({ address, value: 10n ** 18n })
    await becomes(buyer, id, 'done')
  })

  test('a batch that would revert as a whole is not sent, and not paid for', async () => {
    const buyer = await world.addBuyer()
    const id = await world.ask(buyer)
    const relay = world.relay()
    await gather(relay, new Date())
    const [batch] = await listOpenBatches(world.database.app, new Date())
    if (!batch) throw new Error('nothing was frozen')
    const { forwarder } = relay
    const relayer = world.account.address
    await expect(forwarder.requireBatch({ requests: batch.requests, relayer })).resolves.toBeUndefined()
    const address = world.chain.deployment.forwarder
    const code = (await world.signing.client.getCode({ address })) ?? '0x'
    await world.signing.client.setCode({ address, bytecode: '0x5f5ffd' })
    const whole = { name: 'Retryable', code: 'relay.unmined' }
    await expect(forwarder.requireBatch({ requests: batch.requests, relayer })).rejects.toMatchObject(whole)
    // Whose numbers and signatures look good all the same.
    const progress = async () => ['ready' as const]
    const broken = { ...relay, forwarder: { ...forwarder, progress } }
    await expect(driveBatch(broken, batch)).rejects.toMatchObject(whole)
    expect(await sends()).toBe(0)
    await world.signing.client.setCode({ address, bytecode: code })
    world.work()
    await becomes(buyer, id, 'done')
  })

  test('a node that is gone keeps nobody from hearing what the mirror and the clock say', async () => {
    const buyer = await world.addBuyer()
    const id = await world.ask(buyer)
    const told = async () => {
      const [row] = await world.database.app<{ told: string; outcome: string | null }[]>`
        select told, outcome from app.relay_request where id = ${id}`
      return row
    }
    await world.database.app`update app.relay_request set deadline = now() - interval '2 minutes'`
    world.work({ rpcUrl: 'http://127.0.0.1:1' })
    await expect.poll(told).toEqual({ told: 'expired', outcome: 'expired' })
  })

  test('a node that is gone is named without the rest of its URL', async () => {
    const options = { rpcUrl: 'http://127.0.0.1:1/secret-path', relayerKey: world.relayerKey }
    const gone = openRelayerAccount({ ...options, deployment: world.chain.deployment })
    await expect(gone.nextNonce()).rejects.toMatchObject({ code: 'chain.unreachable' })
    await expect(gone.nextNonce()).rejects.not.toThrow('secret-path')
  })
})
