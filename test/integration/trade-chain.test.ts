import type { PrivateKeyAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openArbiter } from '../../adapters/chain/arbiter.ts'
import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { karma } from '../../core/karma/amount.ts'
import type { RelayedCall } from '../../core/relay/call.ts'
import { acceptCall, proposeCall, tradeCall } from '../../core/trade/calls.ts'
import { type Trade, type TradeEscrowView, tradeShape } from '../../core/trade/shape.ts'
import { permitData } from '../../core/typed-data/permit.ts'
import { linkWallet } from '../../db/members/wallets.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import { carryVerdict } from '../../workers/trade/carry.ts'
import { ask, problemOf, register } from '../support/http.ts'
import { addCatalog } from '../support/members.ts'
import { type RelayWorld, signRequest, startRelayWorld } from '../support/relay.ts'
import { silentLogger } from '../support/settle.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

type Hex = `0x${string}`
type Person = { username: string; token: string; account: PrivateKeyAccount; wallet: Hex }

const BOND = 5
let world: RelayWorld
let web: TestWeb
let indexer: Indexer

beforeAll(async () => {
  world = await startRelayWorld()
  const { deployment, chain } = world
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
})
afterAll(async () => {
  await web.close()
  await indexer.stop()
  await world.close()
})

async function join(username: string): Promise<Person> {
  const { id, token } = await register(web.origin, username)
  const account = await world.addMember(karma(BOND))
  const wallet = account.address.toLowerCase() as Hex
  await linkWallet(web.db.app, id, wallet)
  return { username, token, account, wallet }
}

const api = '/api/community/trades'
const put = ({ token }: Person, id: string, body: object) =>
  ask(`${web.origin}${api}/${id}`, { token, method: 'PUT', body })
const read = async ({ token }: Person, id: string): Promise<Trade> =>
  tradeShape.parse(await (await ask(`${web.origin}${api}/${id}`, { token })).json())

/** Two who have agreed on a trade with bonds. */
async function agreed(name: string) {
  const [ann, ben] = [await join(`ann_${name}`), await join(`ben_${name}`)]
  const { sneakerId: sneaker_id } = await addCatalog(web.db.app)
  const pair = { sneaker_id, size: '10', condition: 'new' }
  const body = {
    with: ben.username,
    gives: [pair],
    asks: [{ ...pair, size: '9' }],
    bond: BOND,
    wallet: ann.wallet,
  }
  const made = await ask(`${web.origin}${api}`, { token: ann.token, body })
  expect(made.status, await made.clone().text()).toBe(201)
  const { id } = tradeShape.parse(await made.json())
  expect((await put(ben, id, { act: 'accept', offer: 1, wallet: ben.wallet })).status).toBe(200)
  const { escrow } = await read(ann, id)
  if (!escrow) throw new Error('no bonds')
  return { ann, ben, id, escrow }
}

/** Carried out by the relayer, as the page has it signed. */
async function relay({ account }: Person, call: RelayedCall): Promise<void> {
  const request = await world.relayer.check(await signRequest(world, account, call))
  const [outcome] = await world.relayer.send([request])
  expect(outcome?.status).toBe('done')
}

async function signPermit({ account, wallet }: Person) {
  const { deployment, client } = world
  const token = { address: deployment.karma, abi: karmaAbi } as const
  const nonce = await client.readContract({ ...token, functionName: 'nonces', args: [wallet] })
  const [spender, value, deadline] = [deployment.trade_escrow, karma(BOND), 2n ** 40n]
  const signature = await account.signTypedData(
    permitData(deployment, { owner: wallet, spender, value, nonce, deadline }),
  )
  return { deadline, signature }
}

async function propose(person: Person, escrow: TradeEscrowView): Promise<void> {
  const terms = {
    ...{ proposer: person.wallet, counterparty: escrow.counterparty as Hex, bond: BigInt(escrow.bond) },
    ...{ acceptBy: new Date(escrow.accept_by), confirmBy: new Date(escrow.confirm_by) },
    termsHash: escrow.terms_hash as Hex,
  }
  await relay(person, proposeCall(world.deployment, terms, await signPermit(person)))
}

const accept = async (person: Person, { id }: TradeEscrowView) =>
  relay(person, acceptCall(world.deployment, id as Hex, await signPermit(person)))
const say = (person: Person, what: 'confirm' | 'dispute' | 'withdraw', { id }: TradeEscrowView) =>
  relay(person, tradeCall(world.deployment, what, id as Hex))
const stateOf = (person: Person, id: string) =>
  expect.poll(async () => (await read(person, id)).state, { interval: 20 })
const held = ({ wallet }: Person) =>
  world.client.readContract({
    ...{ address: world.deployment.karma, abi: karmaAbi },
    ...{ functionName: 'balanceOf', args: [wallet] },
  } as const)

test('two put up their bonds under the id that the terms have, confirm, and have them back', async () => {
  const { ann, ben, id, escrow } = await agreed('back')
  await propose(ann, escrow)
  await expect.poll(async () => (await read(ben, id)).may).toEqual(['bond'])
  await accept(ben, escrow)
  await stateOf(ann, id).toBe('agreed')
  expect([await held(ann), await held(ben)]).toEqual([0n, 0n])
  expect((await put(ann, id, { act: 'ship' })).status).toBe(200)
  expect(await problemOf(await put(ben, id, { act: 'receive' }))).toMatchObject({ code: 'trade.on-chain' })
  await say(ben, 'confirm', escrow)
  await expect.poll(async () => (await read(ann, id)).taker.received).toBe(true)
  await say(ann, 'confirm', escrow)
  await stateOf(ben, id).toBe('completed')
  expect([await held(ann), await held(ben)]).toEqual([karma(BOND), karma(BOND)])
})

test('an acceptance that a reorg took back binds nobody', async () => {
  const { ann, ben, id, escrow } = await agreed('reorg')
  await propose(ann, escrow)
  await expect.poll(async () => (await read(ben, id)).may).toEqual(['bond'])
  await accept(ben, escrow)
  await stateOf(ann, id).toBe('agreed')
  await world.activity.reorg(1)
  await stateOf(ann, id).toBe('bonding')
  expect((await read(ben, id)).may).toEqual(['bond'])
})

test('a stranger’s confirmation is refused before it is sent, and nothing is charged', async () => {
  const { ann, ben, id, escrow } = await agreed('stranger')
  const eve = await join('eve_stranger')
  await propose(ann, escrow)
  await accept(ben, escrow)
  await stateOf(ann, id).toBe('agreed')
  const call = tradeCall(world.deployment, 'confirm', escrow.id as Hex)
  await expect(world.relayer.check(await signRequest(world, eve.account, call))).rejects.toMatchObject({
    code: 'relay.refused',
  })
  expect(await held(eve)).toBe(karma(BOND))
})

test('a dispute is the contract’s, and names who asked for it', async () => {
  const { ann, ben, id, escrow } = await agreed('dispute')
  await propose(ann, escrow)
  await accept(ben, escrow)
  await stateOf(ann, id).toBe('agreed')
  await say(ben, 'dispute', escrow)
  await stateOf(ann, id).toBe('disputed')
  expect((await read(ann, id)).dispute).toMatchObject({ by: 'taker' })
})

test('what a jury decided is carried to the contract once, and burns the bond of who broke their word', async () => {
  const { ann, ben, id, escrow } = await agreed('verdict')
  await propose(ann, escrow)
  await accept(ben, escrow)
  await stateOf(ann, id).toBe('agreed')
  await say(ben, 'dispute', escrow)
  await stateOf(ann, id).toBe('disputed')
  const { app } = web.db
  await app`
    insert into app.trade_jury (trade_id, pool, round, opened_at, verdict, decided_at)
    values (${id}, array[]::uuid[], 1, now(), 'maker', now())`
  const { chain, deployment } = world
  const arbiter = openArbiter({ rpcUrl: chain.rpcUrl, arbiterKey: chain.deployerKey, deployment })
  const carrying = { sql: app, arbiter, logger: silentLogger, stuckSeconds: 60, graceMs: 0 }
  for (let twice = 0; twice < 2; twice++) await carryVerdict(carrying)
  await stateOf(ann, id).toBe('ruled')
  expect((await read(ben, id)).ruling).toMatchObject({ slashed: 'maker', burned: String(karma(BOND)) })
  expect([await held(ann), await held(ben)]).toEqual([0n, karma(BOND)])
  const transactions = await arbiter.account.nextNonce()
  await carryVerdict(carrying)
  expect(await arbiter.account.nextNonce()).toBe(transactions)
})
