import { afterEach, beforeEach, expect, test } from 'vitest'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import { checkProof } from '../../core/raffle/proof.ts'
import { withdrawPlan } from '../../db/raffles/plan.ts'
import { listPlans } from '../../db/raffles/plans.ts'
import { readProof } from '../../db/raffles/proof.ts'
import { type RaffleWorld, startRaffleWorld } from '../../test/support/raffling.ts'

let world: RaffleWorld
beforeEach(async () => {
  world = await startRaffleWorld()
})
afterEach(() => world.close())

const POLL = { interval: 50 }
const stateOf = async (id: string) => (await world.read(id))?.state
const planState = async (id: string) =>
  (await listPlans(world.database.app, { now: new Date(), id, limit: 1 }))[0]?.state
const balanceOf = (address: `0x${string}`) =>
  world.client.readContract({
    ...{ address: world.chain.deployment.karma, abi: karmaAbi, functionName: 'balanceOf', args: [address] },
  })
const news = () => world.database.app<{ username: string; state: string }[]>`
  select m.username, a.state from app.alert a join app.member m on m.id = a.member_id
    where a.kind = 'raffle' order by 1, 2`
async function drawnBy(id: string): Promise<string | undefined> {
  const { drawn_tx: hash } = (await world.read(id)) ?? {}
  return hash ? (await world.client.getTransaction({ hash: hash as `0x${string}` })).from : undefined
}
async function enterAll(id: string, count = 5): Promise<void> {
  for (const { wallet } of world.members.slice(0, count)) await world.call(wallet, 'enter', [BigInt(id)])
  await expect.poll(async () => (await world.read(id))?.entries, POLL).toBe(count)
}
async function opened(seconds: number): Promise<string> {
  const plan = await world.plan(seconds)
  await expect.poll(() => planState(plan), POLL).toBe('open')
  return (await listPlans(world.database.app, { now: new Date(), id: plan, limit: 1 }))[0]?.raffle_id ?? ''
}

test('a described raffle is opened, drawn and settled by itself, its winners are told, and its proof checks out', async () => {
  world.work()
  const id = await opened(100)
  await enterAll(id)
  await world.pass(120)
  await expect.poll(() => stateOf(id), POLL).toBe('settled')
  const raffle = await world.read(id, world.members[0]?.id)
  expect(raffle).toMatchObject({ title: 'Friday', entries: 5, mine: [{ ticket: 0 }] })
  const told = await world.client.readContract({
    ...{
      address: world.chain.deployment.raffle,
      abi: raffleAbi,
      functionName: 'winnersOf',
      args: [BigInt(id)],
    },
  })
  expect(raffle?.won.map(({ ticket }) => ticket)).toEqual(told.map(Number))
  expect(raffle?.won.map(({ prize }) => prize)).toEqual(['A pair', 'A pair'])
  const names = raffle?.won.map(({ ticket }) => world.members[ticket]?.username) ?? []
  await expect.poll(news, POLL).toEqual(names.toSorted().map((username) => ({ username, state: 'won' })))
  const { chain_id: chainId, raffle: contract } = world.chain.deployment
  const proof = await readProof(world.database.app, { id, chainId, contract })
  expect(proof && checkProof(proof)).toMatchObject({ differences: [], decider: 'other' })
  expect(await balanceOf(contract)).toBe(0n)
})

test('a raffle that is called off is cancelled, and every ticket is paid back', async () => {
  world.work()
  const id = await opened(300)
  await enterAll(id, 3)
  const plan = (await world.read(id))?.plan_id ?? ''
  await withdrawPlan(world.database.app, { planId: plan, now: new Date() })
  await expect.poll(() => stateOf(id), POLL).toBe('cancelled')
  const refunded = world.members.slice(0, 3).map(({ username }) => ({ username, state: 'refunded' }))
  await expect.poll(news, POLL).toEqual(refunded)
  for (const { wallet } of world.members) expect(await balanceOf(wallet)).toBe(1_000n)
})

test('one that is called off before it is on chain is never opened', async () => {
  const plan = await world.plan(300)
  await withdrawPlan(world.database.app, { planId: plan, now: new Date() })
  world.work()
  const later = await opened(300)
  expect(await planState(plan)).toBe('withdrawn')
  expect(later).toBe('1')
})

test('one that nobody drew in time expires, and every ticket is paid back', async () => {
  const worker = world.work()
  const id = await opened(100)
  await enterAll(id, 2)
  await worker.stop()
  await world.pass(15 * 86_400)
  world.work()
  await expect.poll(() => stateOf(id), POLL).toBe('expired')
  await expect.poll(async () => (await news()).length, POLL).toBe(2)
})

test('somebody else may draw: the workers settle it, and its proof checks out all the same', async () => {
  const worker = world.work()
  const id = await opened(100)
  await enterAll(id, 2)
  await worker.stop()
  await world.pass(120)
  const [stranger] = world.members
  await world.call(stranger?.wallet ?? '0x', 'draw', [BigInt(id), await world.signatureOf(BigInt(id))])
  await expect.poll(() => stateOf(id), POLL).toBe('drawn')
  // Burning the pot needs no beacon; the proof does.
  const deaf = world.work(['http://127.0.0.1:9'])
  await expect.poll(() => stateOf(id), POLL).toBe('settled')
  await deaf.stop()
  const { chain_id: chainId, raffle: contract } = world.chain.deployment
  const proof = () => readProof(world.database.app, { id, chainId, contract })
  expect(await drawnBy(id)).toBe(stranger?.wallet)
  await world.database.app`delete from app.beacon_round`
  expect(await proof()).toBeUndefined()
  world.work()
  await expect.poll(proof, POLL).toBeDefined()
  const found = await proof()
  expect(found && checkProof(found).differences).toEqual([])
})

test('two workers, and a reorg that takes the opening away: opened once', async () => {
  world.work()
  world.work()
  const id = await opened(300)
  await world.client.mine({ blocks: 2 })
  await world.anvil.request({ method: 'anvil_reorg', params: [4, []] } as never)
  await world.client.mine({ blocks: 1 })
  await expect.poll(() => stateOf(id), POLL).toBe('open')
  await world.client.mine({ blocks: 3 })
  const count = () =>
    world.client.readContract({
      ...{ address: world.chain.deployment.raffle, abi: raffleAbi, functionName: 'count' },
    })
  await expect.poll(count, POLL).toBe(1n)
})

test('a raffle that would close before it can be opened is refused with the reason', async () => {
  const plan = await world.plan(61)
  await world.pass(200)
  world.work()
  await expect.poll(() => planState(plan), POLL).toBe('refused')
})
