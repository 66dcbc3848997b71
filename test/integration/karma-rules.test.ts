import { createWalletClient, http, parseEventLogs, stringToHex } from 'viem'
import { waitForTransactionReceipt } from 'viem/actions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { featureFlagsAbi } from '../../core/contracts/featureFlags.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { karma } from '../../core/karma/amount.ts'
import { flagKey } from '../../core/karma/flag-key.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import { textHash } from '../../core/keccak.ts'
import { toHex } from '../../db/bytes.ts'
import { rulesNow } from '../../db/karma/effective.ts'
import { findRuleset } from '../../db/karma/read-rules.ts'
import { confirmRestock } from '../../db/restocks/confirm.ts'
import { reportRestock } from '../../db/restocks/report.ts'
import { startSettle } from '../../workers/settle/start.ts'
import { addCatalog } from '../support/members.ts'
import { allMirrored, type SettleWorld, silentLogger, startWorld } from '../support/settle.ts'

let world: SettleWorld
let settler: { stop: () => Promise<void> }
beforeAll(async () => {
  world = await startWorld()
  const { rpcUrl, awarderKey, deployment } = world.chain
  settler = startSettle({ sql: world.database.app, rpcUrl, awarderKey, deployment, logger: silentLogger })
})
afterAll(async () => {
  await settler.stop()
  await world.close()
})

/** What the timelock does once a vote has passed: the vote itself has tests of its own. */
async function executeVote(name: string, value: bigint): Promise<void> {
  const { timelock, feature_flags: address } = world.chain.deployment
  await world.anvil.impersonateAccount({ address: timelock })
  await world.anvil.setBalance({ address: timelock, value: 10n ** 18n })
  const wallet = createWalletClient({ transport: http(world.chain.rpcUrl) })
  const call = { address, abi: featureFlagsAbi, functionName: 'set', account: timelock, chain: null } as const
  const hash = await wallet.writeContract({ ...call, args: [flagKey(name), value] })
  await waitForTransactionReceipt(wallet, { hash })
}

/** A report that is confirmed at once. @returns the award's amount, and the rules it names */
async function earn(size: string): Promise<{ amount: bigint; ruleset: `0x${string}` }> {
  const { app } = world.database
  const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(app)
  const [ana, ben] = world.members
  const [memberId, other] = [ana?.id ?? '', ben?.id ?? '']
  const report = { sneaker_id, store_id, size }
  const restockId = await reportRestock(app, { memberId, report, now: new Date(), challengeSeconds: 0 })
  await confirmRestock(app, { restockId, memberId: other, now: new Date(), challengeSeconds: 0 })
  const [row] = await app<{ amount: bigint; ruleset: Uint8Array }[]>`
    select amount, ruleset from app.award where source_id = ${restockId} and rule = 'restock.report'`
  return { amount: row?.amount ?? 0n, ruleset: toHex(row?.ruleset ?? new Uint8Array()) }
}

/** The rule sets that the chain itself says mints followed. */
async function minted(): Promise<string[]> {
  const filter = { address: world.chain.deployment.karma, fromBlock: 0, toBlock: 'latest' }
  const wallet = createWalletClient({ transport: http(world.chain.rpcUrl) })
  const logs = await wallet.request({
    method: 'eth_getLogs',
    params: [{ ...filter, fromBlock: '0x0' }],
  } as never)
  return parseEventLogs({ abi: karmaAbi, logs, eventName: 'AwardBatch' }).map(({ args }) => args.ruleset)
}

test('a vote that passed changes what the next act earns, and the mint names rules that anyone can look up', async () => {
  expect(await earn('10')).toEqual({ amount: karma(10), ruleset: rulesetHash })
  await executeVote('karma.restock.report.award', karma(12))
  await expect.poll(async () => (await rulesNow(world.database.app)).overrides.length).toBe(1)
  const voted = await earn('11')
  expect(voted.amount).toBe(karma(12))
  await allMirrored(world)
  expect(new Set(await minted())).toEqual(new Set([rulesetHash, voted.ruleset]))
  const found = await findRuleset(world.database.app, voted.ruleset)
  expect(textHash(found?.content ?? '')).toBe(voted.ruleset)
})

test('a reorg that takes the vote back takes its number back', async () => {
  await executeVote('karma.restock.report.award', karma(20))
  const value = async () => (await rulesNow(world.database.app)).overrides[0]?.value
  await expect.poll(value).toBe(karma(20))
  await world.anvil.request({ method: 'anvil_reorg', params: [1, []] } as never)
  await world.anvil.mine({ blocks: 2 })
  await expect.poll(value).toBe(karma(12))
})

test('a flag reads as its name on the chain', () => {
  expect(flagKey('karma.budget.intel')).toBe(stringToHex('karma.budget.intel', { size: 32 }))
})
