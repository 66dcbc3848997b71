import { io, type Socket } from 'socket.io-client'
import type { PrivateKeyAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { dropShape } from '../../core/drop/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import { cancelCall, delegateCall, purchaseCall } from '../../core/pass/calls.ts'
import { passesShape } from '../../core/pass/shape.ts'
import type { RelayedCall } from '../../core/relay/call.ts'
import { permitData } from '../../core/typed-data/permit.ts'
import { upsertDrop } from '../../db/drops/upsert.ts'
import { linkWallet } from '../../db/members/wallets.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import { ask, register } from '../support/http.ts'
import { addCatalog } from '../support/members.ts'
import { PRICE, type RelayWorld, signRequest, startRelayWorld } from '../support/relay.ts'
import { silentLogger } from '../support/settle.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

type Hex = `0x${string}`

let world: RelayWorld
let web: TestWeb
let indexer: Indexer
const sockets: Socket[] = []

async function addDrop(slug: string, asks: { minKarma: bigint; passTier: number | null; snapshotAt?: Date }) {
  const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(web.db.app)
  await upsertDrop(web.db.app, {
    ...{ id: uuidv7(), slug, title: slug, sneaker_id, store_id, product_url: 'http://localhost:3001/x' },
    ...{ price_minor: 100, currency: 'USD', sizes: ['10'], opensAt: new Date(Date.now() - 60_000) },
    ...{ snapshotAt: null, ...asks },
  })
}

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
  await addDrop('by-pass', { minKarma: 0n, passTier: 1 })
  await addDrop('by-karma', { minKarma: PRICE, passTier: null })
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await web.close()
  await indexer.stop()
  await world.close()
})

type Person = { account: PrivateKeyAccount; wallet: Hex; token: string; news: number[] }

/** A member with a linked wallet, an open page, and karma. `news`: the blocks that the page was told of, in order. */
async function openPage(username: string, karma: bigint): Promise<Person> {
  const { id, token } = await register(web.origin, username)
  const account = await world.addMember(0n)
  const wallet = account.address.toLowerCase() as Hex
  await linkWallet(web.db.app, id, wallet)
  const news: number[] = []
  const socket = io(web.origin, {
    ...{ path: '/rt', transports: ['websocket'], forceNew: true },
    extraHeaders: { authorization: `Bearer ${token}` },
  })
  sockets.push(socket)
  socket.on('ledger', ({ block_number }: { block_number: number }) => news.push(block_number))
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  const person = { account, wallet, token, news }
  if (karma > 0n) {
    await world.activity.award([{ to: wallet, amount: karma }])
    await toldOf(person, await head())
  }
  return person
}

const head = async () => Number(await world.client.getBlockNumber())

/** Until the member's page was told of exactly this block. Mirroring took it whole or not at all. */
const toldOf = ({ news }: Person, block: number) => expect.poll(() => news, { interval: 5 }).toContain(block)

/** What the page finds when it asks again upon the news, and the block that it was told of. */
async function gateOf({ token }: Person, slug: string) {
  const answer = await ask(`${web.origin}/api/drops/${slug}`, { token })
  return dropShape.parse(await answer.json()).gate?.open
}

const walletOf = async ({ token }: Person) =>
  passesShape.parse(await (await ask(`${web.origin}/api/passes`, { token })).json()).wallets[0]

async function relay({ account }: Person, call: RelayedCall): Promise<void> {
  const request = await world.relayer.check(await signRequest(world, account, call))
  const [outcome] = await world.relayer.send([request])
  expect(outcome?.status).toBe('done')
}

async function buy(person: Person): Promise<void> {
  const { deployment, client } = world
  const karma = { address: deployment.karma, abi: karmaAbi } as const
  const nonce = await client.readContract({ ...karma, functionName: 'nonces', args: [person.wallet] })
  const [spender, deadline] = [deployment.access_pass, 2n ** 40n]
  const permit = { owner: person.wallet, spender, value: PRICE, nonce, deadline }
  const signature = await person.account.signTypedData(permitData(deployment, permit))
  const purchase = { tier: 1, periods: 1, maxPrice: PRICE }
  await relay(person, purchaseCall(deployment, purchase, { deadline, signature }))
}

test('the gate opens with the block of the purchase, and closes with that of the cancellation', async () => {
  const ann = await openPage('ann', PRICE)
  expect(await gateOf(ann, 'by-pass')).toBe(false)
  await buy(ann)
  await toldOf(ann, await head())
  expect(await gateOf(ann, 'by-pass')).toBe(true)
  // The karma that paid is gone with the same block.
  expect(await gateOf(ann, 'by-karma')).toBe(false)
  expect(await walletOf(ann)).toMatchObject({ balance: '0', pass: { tier: 1, state: 'active' } })
  await relay(ann, cancelCall(world.deployment, ann.wallet))
  await toldOf(ann, await head())
  expect(await gateOf(ann, 'by-pass')).toBe(false)
  expect(await walletOf(ann)).toMatchObject({ pass: { tier: 1, expires_at: null, state: 'cancelled' } })
})

test('karma that is sent on closes one gate and opens the other, with one block', async () => {
  const [ben, cleo] = [await openPage('ben', PRICE), await openPage('cleo', 0n)]
  expect([await gateOf(ben, 'by-karma'), await gateOf(cleo, 'by-karma')]).toEqual([true, false])
  // Sending it on is a transaction of one's own, which costs gas.
  await world.client.setBalance({ address: ben.wallet, value: 10n ** 18n })
  await world.activity.transfer(ben.wallet, cleo.wallet, 1n)
  const block = await head()
  await Promise.all([toldOf(ben, block), toldOf(cleo, block)])
  expect([await gateOf(ben, 'by-karma'), await gateOf(cleo, 'by-karma')]).toEqual([false, false])
  await world.activity.transfer(ben.wallet, cleo.wallet, PRICE - 1n)
  await toldOf(cleo, await head())
  expect(await gateOf(cleo, 'by-karma')).toBe(true)
})

test('a vote is shown as on with the block that switched it on', async () => {
  const fay = await openPage('fay', PRICE)
  expect(await walletOf(fay)).toMatchObject({ votes_with: null })
  await relay(fay, delegateCall(world.deployment, fay.wallet))
  await toldOf(fay, await head())
  expect(await walletOf(fay)).toMatchObject({ votes_with: fay.wallet })
})

test('a purchase that a reorg took back opens nothing any more', async () => {
  const dan = await openPage('dan', PRICE)
  await buy(dan)
  const bought = await head()
  await toldOf(dan, bought)
  expect(await gateOf(dan, 'by-pass')).toBe(true)
  dan.news.length = 0
  await world.activity.reorg(1)
  await expect.poll(() => dan.news.length).toBeGreaterThan(0)
  expect(await gateOf(dan, 'by-pass')).toBe(false)
  expect(await walletOf(dan)).toMatchObject({ balance: String(PRICE), pass: null })
})

test('the nonce of a permit is the chain’s: a permit that was used counts', async () => {
  const eve = await openPage('eve', PRICE)
  const nonce = async () => {
    const answer = await ask(`${web.origin}/api/permits/nonce?wallet=${eve.wallet}`, { token: eve.token })
    return z.object({ nonce: z.string() }).parse(await answer.json()).nonce
  }
  expect(await nonce()).toBe('0')
  await buy(eve)
  expect(await nonce()).toBe('1')
})
