import { parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { featureFlagsAbi } from '../../core/contracts/featureFlags.ts'
import { flagKey } from '../../core/karma/flag-key.ts'
import type { Logger } from '../../core/log.ts'
import { listHeartbeats } from '../../db/heartbeats/list.ts'
import { type Activity, openActivity } from '../../test/support/activity.ts'
import { type SettleWorld, silentLogger, startWorld } from '../../test/support/settle.ts'
import { addAuthor, later as pass, winVote } from '../../test/support/voting.ts'
import { startKeeper } from './start.ts'

const SOON = { timeout: 60_000, interval: 50 }

let world: SettleWorld
let activity: Activity
const keepers: { stop: () => Promise<void> }[] = []
beforeAll(async () => {
  world = await startWorld()
  activity = await openActivity(world.chain)
  await addAuthor(activity)
})
const rest = () => Promise.all(keepers.splice(0).map((keeper) => keeper.stop()))
afterEach(rest)
afterAll(() => world.close())

const later = (seconds: number) => pass(activity, seconds)

/** A keeper with an account of its own. */
async function keep({ ether = '10', logger = silentLogger }: { ether?: string; logger?: Logger } = {}) {
  const keeperKey = generatePrivateKey()
  const address = privateKeyToAddress(keeperKey)
  await activity.client.setBalance({ address, value: parseEther(ether) })
  const { rpcUrl, deployment } = world.chain
  const options = { rpcUrl, keeperKey, deployment, logger, sql: world.database.app }
  const start = () => keepers.push(startKeeper({ ...options, pollMs: 50, graceMs: 100, stuckSeconds: 1 }))
  start()
  return { address, start }
}

/** A vote that its author won, closed. */
const win = (value: bigint) => {
  const changes = [{ key: flagKey('app.follows'), value }]
  return winVote(activity, { changes, text: `Follow ${value}` })
}

async function flag() {
  const { client, deployment } = activity
  const registry = { address: deployment.feature_flags, abi: featureFlagsAbi } as const
  const [value] = await client.readContract({
    ...registry,
    functionName: 'get',
    args: [flagKey('app.follows')],
  })
  return value
}

async function becomes(id: bigint, step: string) {
  const last = async () => {
    const [row] = await world.database.app<{ step: string | null }[]>`
      select step from chain.proposal_now where proposal_id = ${String(id)}`
    return row?.step
  }
  await expect.poll(last, SOON).toBe(step)
}

const sent = async (id: bigint) => {
  const rows = await world.database.app<{ step: string }[]>`
    select distinct step, keeper, nonce from app.keeper_transaction where proposal_id = ${String(id)}`
  return rows.map(({ step }) => step).sort()
}

test('what won is queued once, and executed once the timelock lets it, and not before', async () => {
  await keep()
  const id = await win(20n)
  await becomes(id, 'queued')
  expect(await flag()).toBe(0n)
  await later(20)
  await becomes(id, 'executed')
  expect(await flag()).toBe(20n)
  expect(await sent(id)).toEqual(['execute', 'queue'])
})

test('two keepers with one database do the work of one', async () => {
  const { start } = await keep()
  start()
  const id = await win(30n)
  await becomes(id, 'queued')
  await later(20)
  await becomes(id, 'executed')
  expect(await sent(id)).toEqual(['execute', 'queue'])
})

test('one without gas says whom to send some, and goes on by itself', async () => {
  const told: { code?: string; message: string }[] = []
  const error = (fields: object, message: string) => void told.push({ ...fields, message })
  const { address } = await keep({ ether: '0', logger: { ...silentLogger, error } })
  const id = await win(40n)
  await expect
    .poll(() => told[0], SOON)
    .toMatchObject({ code: 'keeper.no-gas', message: expect.stringContaining(address) })
  const fuel = async () =>
    (await listHeartbeats(world.database.app)).find(({ component }) => component === 'keeper-account')?.detail
  await expect.poll(fuel, SOON).toMatchObject({ account: address, balance: '0', calls_left: 0 })
  await activity.client.setBalance({ address, value: parseEther('10') })
  await becomes(id, 'queued')
})

test('what the governor refuses holds nobody up', async () => {
  const { client, deployment } = activity
  const code = (await client.getCode({ address: deployment.feature_flags })) ?? '0x'
  await keep()
  const id = await win(50n)
  await becomes(id, 'queued')
  // As a guardian's closing does: what the vote decided reverts.
  await client.setCode({ address: deployment.feature_flags, bytecode: '0x5f5ffd' })
  await later(20)
  const other = await win(60n)
  await becomes(other, 'queued')
  await becomes(id, 'queued')
  await client.setCode({ address: deployment.feature_flags, bytecode: code })
  await becomes(id, 'executed')
})

/** The block in which the mirror shows a proposal queued; 0 while it shows none. */
async function queuedIn(id: bigint): Promise<number> {
  const [row] = await world.database.app<{ block: number }[]>`
    select block_number::float8 as block from chain.proposal_step
      where proposal_id = ${String(id)} and step = 'queued'`
  return row?.block ?? 0
}

test('a reorg that takes the queuing back has it queued again', async () => {
  const { start } = await keep()
  const id = await win(70n)
  await becomes(id, 'queued')
  await rest()
  // The block that has it, and those that followed: the keeper brings on what earlier votes decided, too.
  const depth = Number(await activity.client.getBlockNumber()) - (await queuedIn(id)) + 1
  await activity.reorg(depth)
  await activity.client.mine({ blocks: 1 })
  await expect.poll(() => queuedIn(id), SOON).toBe(0)
  start()
  await becomes(id, 'queued')
  await later(30)
  await becomes(id, 'executed')
})
