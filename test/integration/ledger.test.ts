import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { startSession } from '../../app/auth/start.ts'
import { type Getter, request } from '../../app/ui/api/request.ts'
import { driftsOf, totalsOf, verifyLedger } from '../../app/ui/ledger/verify.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Cause } from '../../core/ledger/shape.ts'
import { type Hex, toBytea } from '../../db/bytes.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import { type Activity, member, openActivity } from '../support/activity.ts'
import { startChain, type TestChain } from '../support/chain.ts'
import { doEverything } from '../support/everything.ts'
import { caughtUp } from '../support/mirror.ts'
import { silentLogger } from '../support/settle.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let chain: TestChain
let activity: Activity
let web: TestWeb
let indexer: Indexer

beforeAll(async () => {
  chain = await startChain()
  activity = await openActivity(chain)
  const { chain_id: id, start_block: startBlock, karma: token } = chain.deployment
  web = await startTestWeb(() => ({
    chain: { id, token, rpcUrl: chain.rpcUrl, contracts: chain.deployment },
  }))
  await doEverything(chain, activity)
  indexer = startIndexer({
    databaseUrl: web.db.indexerUrl,
    rpcUrl: chain.rpcUrl,
    logger: silentLogger,
    target: { chainId: id, startBlock, contracts: contractsOf(chain.deployment) },
    pollMs: 20,
  })
})
afterAll(async () => {
  await indexer.stop()
  await web.close()
  await chain.close()
})
beforeEach(() => caughtUp(activity, web.db.app))

/** Reads the API as the page of a new member with these wallets does. */
async function reader(...wallets: Hex[]): Promise<Getter> {
  const { app } = web.db
  const id = uuidv7()
  await app`insert into app.member (id, username) values (${id}, ${`m${id.slice(-12)}`})`
  for (const wallet of wallets) {
    await app`delete from app.wallet where address = ${toBytea(wallet)}`
    await app`insert into app.wallet (address, member_id) values (${toBytea(wallet)}, ${id})`
  }
  const { access } = await startSession(web.api, { memberId: id, userAgent: 'test' })
  return (path, shape) => request({ path, shape, origin: web.origin, cookie: `snpd=${access}` })
}
const node = () => ({ rpcUrl: chain.rpcUrl, chainId: chain.deployment.chain_id })

test('every movement says why it happened, as the contract on its other end says too', async () => {
  const get = await reader(...[0, 1, 2, 3].map(member))
  const { items } = await get('/ledger/entries?limit=500', 'ledgerPage')
  const { raffle, trade_escrow } = chain.deployment
  const expected = ({ value, counterparty, wallet }: (typeof items)[number]): Cause[] => {
    const out = value.startsWith('-')
    if (counterparty === raffle) return [out ? 'raffle-entry' : 'raffle-refund']
    if (counterparty === trade_escrow) return ['trade']
    if (counterparty === wallet) return ['itself']
    if (/^0x0+$/.test(counterparty)) return out ? ['pass', 'spent'] : ['award', 'received']
    return [out ? 'sent' : 'received']
  }
  for (const entry of items) expect(expected(entry), entry.tx_hash).toContain(entry.cause)
  const causes = new Set(items.map(({ cause }) => cause))
  for (const cause of ['award', 'pass', 'raffle-entry', 'raffle-refund', 'trade'] as const)
    expect([...causes]).toContain(cause)
})

test('verifying adds up every page and asks the chain at the same block: all three are one', async () => {
  const get = await reader(...[0, 1, 2, 3, 4, 5].map(member))
  const verified = await verifyLedger(get, node())
  expect(driftsOf(verified)).toEqual([])
  const { chain: held, movements } = totalsOf(verified)
  expect(held).toBeGreaterThan(0n)
  expect(movements).toBeGreaterThan(20)
  expect(verified.block).toBe(Number(await activity.client.getBlockNumber()))
})

test('verifying holds while karma moves on between its pages', async () => {
  const get = await reader(member(1), member(2))
  let moved = 0
  const busy: Getter = async (path, shape) => {
    const answer = await get(path, shape)
    if (moved++ < 3) {
      await activity.transfer(member(1), member(2), 1n)
      await caughtUp(activity, web.db.app)
    }
    return answer
  }
  const verified = await verifyLedger(busy, node())
  expect(driftsOf(verified)).toEqual([])
  expect(moved).toBeGreaterThanOrEqual(2)
})

test('a block that a reorg replaces under way is begun anew, not called a drift', async () => {
  const get = await reader(member(1), member(2))
  let before = 0
  const reorged: Getter = async (path, shape) => {
    const answer = await get(path, shape)
    if (path === '/ledger' && before++ === 0) {
      await activity.transfer(member(1), member(2), 2n)
      await activity.client.request({ method: 'anvil_reorg', params: [2, []] } as never)
      await activity.client.mine({ blocks: 2 })
      await caughtUp(activity, web.db.app)
    }
    return answer
  }
  const verified = await verifyLedger(reorged, node())
  expect(before).toBeGreaterThan(1)
  expect(driftsOf(verified)).toEqual([])
})

test('a mirror that says something else is told plainly, whichever part of it is wrong', async () => {
  const get = await reader(member(1), member(2))
  const { indexer: owner } = web.db
  const [one, two] = [toBytea(member(1)), toBytea(member(2))]
  const row = owner`(select block_number, log_index from chain.transfer where to_address = ${one} and value > 0
    order by 1 desc, 2 desc limit 1)`
  await owner`update chain.transfer set value = value + 1 where (block_number, log_index) = ${row}`
  await owner`update chain.account set balance = balance - 3 where address = ${two}`
  const drifts = driftsOf(await verifyLedger(get, node()))
  expect(drifts.map(({ address }) => address).sort()).toEqual([member(1), member(2)].sort())
  const of = (wallet: Hex) => {
    const found = drifts.find(({ address }) => address === wallet)
    if (!found) throw new Error(wallet)
    return { rows: found.rows - found.chain, mirrored: found.mirrored - found.chain }
  }
  expect(of(member(1))).toEqual({ rows: 1n, mirrored: 0n })
  expect(of(member(2))).toEqual({ rows: 0n, mirrored: -3n })
  // The page says so by itself, before anybody verifies.
  const { wallets } = await get('/ledger', 'ledger')
  expect(wallets.map(({ balance, sum }) => BigInt(sum) - BigInt(balance)).sort()).toEqual([1n, 3n])
  // Lies that agree with each other are still lies.
  await owner`update chain.transfer set value = value - 1 where (block_number, log_index) = ${row}`
  await owner`update chain.account set balance = balance + 3 where address = ${two}`
  expect(driftsOf(await verifyLedger(get, node()))).toEqual([])
})

test('where no node is shared, the wallet of the browser is asked; without one the page says so', async () => {
  const get = await reader(member(1), member(2))
  const { chainId } = node()
  vi.stubGlobal('window', {})
  onTestFinished(() => void vi.unstubAllGlobals())
  await expect(verifyLedger(get, { rpcUrl: null, chainId })).rejects.toMatchObject({ code: 'no-rpc' })
  const asked: string[] = []
  const request = (ask: { method: string; params?: unknown }) => {
    asked.push(ask.method)
    return activity.client.request(ask as never)
  }
  vi.stubGlobal('window', { ethereum: { request } })
  expect(driftsOf(await verifyLedger(get, { rpcUrl: null, chainId }))).toEqual([])
  expect(asked).toContain('eth_call')
})

test('a node of another chain is not believed', async () => {
  const get = await reader(member(1))
  const wrong = verifyLedger(get, { ...node(), chainId: 1 })
  await expect(wrong).rejects.toMatchObject({ code: 'other-chain', fix: expect.stringContaining('chain 1') })
})
