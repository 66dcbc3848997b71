import { parseEther } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { featuresShape } from '../../core/feature/shape.ts'
import { karma } from '../../core/karma/amount.ts'
import { flagKey } from '../../core/karma/flag-key.ts'
import { delegateCall } from '../../core/pass/calls.ts'
import type { RelayedCall } from '../../core/relay/call.ts'
import { castVoteCall, proposeCall, takeBackCall } from '../../core/vote/calls.ts'
import { proposalDetailShape, proposalPageShape } from '../../core/vote/shape.ts'
import { linkWallet } from '../../db/members/wallets.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import { startKeeper } from '../../workers/keeper/start.ts'
import { ask, register } from '../support/http.ts'
import { type RelayWorld, signRequest, startRelayWorld } from '../support/relay.ts'
import { silentLogger } from '../support/settle.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

type Hex = `0x${string}`
const SOON = { timeout: 60_000, interval: 50 }

let world: RelayWorld
let web: TestWeb
let indexer: Indexer
let keeper: { stop: () => Promise<void> }

beforeAll(async () => {
  world = await startRelayWorld()
  const { deployment, chain, client } = world
  web = await startTestWeb(() => ({
    rpc: openRpc(chain.rpcUrl),
    chain: { id: 31_337, token: deployment.karma, rpcUrl: chain.rpcUrl },
    forwarder: openForwarder({ rpcUrl: chain.rpcUrl, deployment }),
  }))
  indexer = startIndexer({
    ...{ databaseUrl: web.db.indexerUrl, rpcUrl: chain.rpcUrl, logger: silentLogger, pollMs: 20 },
    target: {
      ...{ chainId: deployment.chain_id, startBlock: deployment.start_block },
      contracts: contractsOf(deployment),
    },
  })
  await indexer.ready
  const keeperKey = generatePrivateKey()
  await client.setBalance({ address: privateKeyToAddress(keeperKey), value: parseEther('10') })
  const options = { rpcUrl: chain.rpcUrl, keeperKey, deployment, logger: silentLogger }
  keeper = startKeeper({ sql: web.db.app, ...options, pollMs: 50, graceMs: 100 })
})
afterAll(async () => {
  await keeper.stop()
  await web.close()
  await indexer.stop()
  await world.close()
})

type Person = { account: PrivateKeyAccount; wallet: Hex; token: string }

async function join(username: string, earned: bigint): Promise<Person> {
  const { id, token } = await register(web.origin, username)
  const account = await world.addMember(0n)
  const wallet = account.address.toLowerCase() as Hex
  await linkWallet(web.db.app, id, wallet)
  if (earned > 0n) await world.activity.award([{ to: wallet, amount: earned }])
  return { account, wallet, token }
}

async function relay({ account }: Person, call: RelayedCall) {
  const request = await world.relayer.check(await signRequest(world, account, call))
  const [outcome] = await world.relayer.send([request])
  expect(outcome?.status).toBe('done')
}

const refusal = async ({ account }: Person, call: RelayedCall) => {
  const request = await signRequest(world, account, call)
  return world.relayer.check(request).catch((error: Error) => error.message)
}

const switchOn = (person: Person) => relay(person, delegateCall(world.deployment, person.wallet))

async function later(seconds: number) {
  await world.client.increaseTime({ seconds })
  await world.client.mine({ blocks: 1 })
}

/** Proposed by the first, and mirrored. @returns its id, not open yet */
async function propose(author: Person, title: string, { name, value }: { name: string; value: bigint }) {
  const changes = [{ key: flagKey(name), value }]
  await relay(author, proposeCall(world.deployment, { title, reason: '', changes, author: author.wallet }))
  const found = async () => {
    const answer = await ask(`${web.origin}/api/votes`)
    const { items } = proposalPageShape.parse(await answer.json())
    return items.find((proposal) => proposal.title === title)?.id
  }
  await expect.poll(found, SOON).toBeTruthy()
  return (await found()) ?? ''
}

const read = async (id: string, person?: Person) => {
  const answer = await ask(`${web.origin}/api/votes/${id}`, person ? { token: person.token } : {})
  return proposalDetailShape.parse(await answer.json())
}
const becomes = (id: string, state: string) =>
  expect.poll(async () => (await read(id)).state, SOON).toBe(state)
const cast = (id: string, support: 0 | 1 | 2) =>
  castVoteCall(world.deployment, { proposalId: BigInt(id), support })
const feature = async (name: 'app.leaderboard' | 'app.follows') => {
  return featuresShape.parse(await (await ask(`${web.origin}/api/features`)).json())[name]
}
const board = async () => (await ask(`${web.origin}/api/karma/leaderboard`)).status

test('two members without a wei of gas switch the leaderboards off: propose, vote, queue, execute', async () => {
  const [ann, bob, eve] = [await join('ann', karma(60)), await join('bob', karma(30)), await join('eve', 0n)]
  await switchOn(ann)
  await switchOn(bob)
  await later(10)
  const id = await propose(ann, 'Off with them', { name: 'app.leaderboard', value: 0n })
  expect(await refusal(ann, cast(id, 1))).toBe('The proposal is not open for votes.')
  await later(10)
  await becomes(id, 'active')
  expect((await read(id, eve)).mine).toMatchObject([{ standing: 'nothing-earned', weight: '0' }])
  expect(await refusal(eve, cast(id, 1))).toMatch(/not switched on/)
  await relay(ann, cast(id, 1))
  await relay(bob, cast(id, 0))
  expect(await refusal(ann, cast(id, 0))).toBe('You have voted on this proposal.')
  await expect.poll(async () => (await read(id)).voters, SOON).toBe(2)
  const told = await read(id, ann)
  expect(told).toMatchObject({ votes_for: String(karma(60)), votes_against: String(karma(30)) })
  expect(told.mine).toMatchObject([{ standing: 'voted', voted: 1, weight: String(karma(60)) }])
  expect(await board()).toBe(200)
  await later(130)
  expect(await refusal(eve, cast(id, 1))).toBe('The proposal is not open for votes.')
  await becomes(id, 'queued')
  expect(await board()).toBe(200)
  await later(20)
  await becomes(id, 'executed')
  expect((await read(id)).changes).toMatchObject([{ words: 'Leaderboards: off instead of on.', holds: true }])
  expect(await feature('app.leaderboard')).toBe(0)
  expect(await board()).toBe(403)
})

test('an author takes a proposal back until it opens; nobody else does', async () => {
  const [ann, bob] = [await join('ann_back', karma(60)), await join('bob_back', karma(60))]
  await switchOn(ann)
  await later(10)
  const id = await propose(ann, 'By mistake', { name: 'app.follows', value: 11n })
  const { calls, description_hash } = await read(id)
  const call = takeBackCall(world.deployment, {
    calls: calls.map(({ target, value, data }) => {
      return { target: target as Hex, value: BigInt(value), data: data as Hex }
    }),
    descriptionHash: description_hash as Hex,
  })
  expect(await refusal(bob, call)).toMatch(/Only its author/)
  await relay(ann, call)
  await becomes(id, 'canceled')
})

test('a vote that lost is let be, and a reorg takes a vote out of the tally', async () => {
  const ann = await join('ann_two', karma(500))
  await switchOn(ann)
  await later(10)
  const id = await propose(ann, 'Follow less', { name: 'app.follows', value: 10n })
  await later(10)
  await relay(ann, cast(id, 0))
  await expect.poll(async () => (await read(id)).voters, SOON).toBe(1)
  await world.client.request({ method: 'anvil_reorg', params: [1, []] } as never)
  await world.client.mine({ blocks: 2 })
  await expect.poll(async () => (await read(id)).voters, SOON).toBe(0)
  await relay(ann, cast(id, 0))
  await expect.poll(async () => (await read(id)).voters, SOON).toBe(1)
  await later(200)
  await becomes(id, 'defeated')
  await later(60)
  expect((await read(id)).state).toBe('defeated')
  expect(await feature('app.follows')).toBe(100)
})
