import { io, type Socket } from 'socket.io-client'
import type { PrivateKeyAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { type Group, groupShape } from '../../core/group/shape.ts'
import { formatKarma } from '../../core/karma/amount.ts'
import { cancelCall, purchaseCall } from '../../core/pass/calls.ts'
import type { RelayedCall } from '../../core/relay/call.ts'
import { permitData } from '../../core/typed-data/permit.ts'
import { linkWallet } from '../../db/members/wallets.ts'
import { createPost } from '../../db/posts/create.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import { addFounder, found } from '../support/groups.ts'
import { ask, problemOf, register } from '../support/http.ts'
import type { TestMember } from '../support/members.ts'
import { PRICE, type RelayWorld, signRequest, startRelayWorld } from '../support/relay.ts'
import { silentLogger } from '../support/settle.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

type Hex = `0x${string}`

let world: RelayWorld
let web: TestWeb
let indexer: Indexer
let founder: TestMember
let byKarma: Group
let byEither: Group
const sockets: Socket[] = []

beforeAll(async () => {
  world = await startRelayWorld()
  const { deployment, chain } = world
  web = await startTestWeb(() => ({
    rpc: openRpc(chain.rpcUrl),
    chain: { id: 31_337, token: deployment.karma, rpcUrl: chain.rpcUrl },
    forwarder: openForwarder({ rpcUrl: chain.rpcUrl, deployment }),
  }))
  // Before the mirror begins: it is the indexer's alone from then on.
  const now = new Date()
  const by = await addFounder(web.db, 'founder', now)
  founder = by
  const held = `held ${formatKarma(PRICE)}`
  byKarma = await found(web.db, { by, name: 'By karma', access: 'gate', gate: held, now })
  byEither = await found(web.db, { by, name: 'By either', access: 'gate', gate: `${held} or pass 1`, now })
  await web.db.indexer`truncate chain.award`
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
  for (const socket of sockets) socket.disconnect()
  await web.close()
  await indexer.stop()
  await world.close()
})

type Person = {
  account: PrivateKeyAccount
  wallet: Hex
  token: string
  news: number[]
  socket: Socket
  /** Posts that the page was told of. */
  posts: string[]
}

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
  const posts: string[] = []
  socket.on('post', ({ post_id }: { post_id: string }) => posts.push(post_id))
  const person = { account, wallet, token, news, socket, posts }
  if (karma > 0n) {
    await world.activity.award([{ to: wallet, amount: karma }])
    await toldOf(person, await head())
  }
  return person
}

const head = async () => Number(await world.client.getBlockNumber())

/** Until the member's page was told of exactly this block. Mirroring took it whole or not at all. */
const toldOf = ({ news }: Person, block: number) => expect.poll(() => news, { interval: 5 }).toContain(block)

/** What the page finds when it asks again upon the news. */
async function mineOf({ token }: Person, { slug }: Group) {
  return groupShape.parse(await (await ask(`${web.origin}/api/groups/${slug}`, { token })).json()).mine
}

const join = ({ token }: Person, { slug }: Group) =>
  ask(`${web.origin}/api/groups/${slug}/join`, { token, method: 'POST' })

const feedOf = async ({ token }: Person, { id }: Group) =>
  (await ask(`${web.origin}/api/community/feed?group_id=${id}`, { token })).status

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

test('karma that is sent on shuts one member out and lets the other in, with that block, and says why', async () => {
  const [ann, ben] = [await openPage('ann', PRICE), await openPage('ben', 0n)]
  expect((await join(ann, byKarma)).status).toBe(200)
  expect(await feedOf(ann, byKarma)).toBe(200)
  expect(await problemOf(await join(ben, byKarma))).toMatchObject({
    ...{ status: 403, code: 'group.gate' },
    detail: expect.stringContaining(`To be in, hold ${formatKarma(PRICE)} karma more (you hold 0 of`),
  })
  await world.client.setBalance({ address: ann.wallet, value: 10n ** 18n })
  await world.activity.transfer(ann.wallet, ben.wallet, PRICE)
  const block = await head()
  await Promise.all([toldOf(ann, block), toldOf(ben, block)])
  expect(await mineOf(ann, byKarma)).toMatchObject({
    ...{ role: 'member', may: { read: false, post: false } },
    standing: { open: false, block_number: block, reason: expect.stringContaining('you hold 0 of') },
  })
  expect(await feedOf(ann, byKarma)).toBe(403)
  expect(await mineOf(ben, byKarma)).toMatchObject({ standing: { open: true, block_number: block } })
  expect((await join(ben, byKarma)).status).toBe(200)
})

/** Its owner posts in a group, and these pages have it. @returns the post */
async function postTo({ id: group_id }: Group, pages: Person[]): Promise<string> {
  const input = { kind: 'intel' as const, text: 'Back door at six', group_id }
  const id = await createPost(web.db.app, { memberId: founder.id, input, now: new Date() })
  for (const { posts } of pages) await expect.poll(() => posts).toContain(id)
  return id
}

const watch = ({ socket }: Person, { id }: Group) => socket.emitWithAck('posts:watch', { group_id: id })

test('whoever a transfer shuts out hears nothing of the group any more; whoever it lets in does', async () => {
  const [fay, gus] = [await openPage('fay', PRICE), await openPage('gus', 0n)]
  await join(fay, byKarma)
  expect([await watch(fay, byKarma), await watch(gus, byKarma)]).toEqual([true, false])
  await postTo(byKarma, [fay])
  expect(gus.posts).toEqual([])
  await world.client.setBalance({ address: fay.wallet, value: 10n ** 18n })
  await world.activity.transfer(fay.wallet, gus.wallet, PRICE)
  await toldOf(gus, await head())
  await join(gus, byKarma)
  expect(await watch(gus, byKarma)).toBe(true)
  await expect.poll(async () => fay.posts.includes(await postTo(byKarma, [gus]))).toBe(false)
  expect(await watch(fay, byKarma)).toBe(false)
})

test('a transfer that a reorg took back shuts nobody out any more, and lets nobody in', async () => {
  const [cleo, dan] = [await openPage('cleo', PRICE), await openPage('dan', 0n)]
  await join(cleo, byKarma)
  await world.client.setBalance({ address: cleo.wallet, value: 10n ** 18n })
  await world.activity.transfer(cleo.wallet, dan.wallet, PRICE)
  const block = await head()
  await Promise.all([toldOf(cleo, block), toldOf(dan, block)])
  expect((await join(dan, byKarma)).status).toBe(200)
  expect((await mineOf(cleo, byKarma)).may.post).toBe(false)
  for (const { news } of [cleo, dan]) news.length = 0
  await world.activity.reorg(1)
  await expect.poll(() => Math.min(cleo.news.length, dan.news.length)).toBeGreaterThan(0)
  expect(await mineOf(cleo, byKarma)).toMatchObject({
    may: { read: true, post: true },
    standing: { open: true },
  })
  expect(await mineOf(dan, byKarma)).toMatchObject({ role: 'member', may: { read: false, post: false } })
  expect(await feedOf(dan, byKarma)).toBe(403)
})

test('a pass that is bought with the karma that opened the gate keeps it open, until it is cancelled', async () => {
  const eve = await openPage('eve', PRICE)
  for (const group of [byKarma, byEither]) await join(eve, group)
  await buy(eve)
  await toldOf(eve, await head())
  expect((await mineOf(eve, byKarma)).may.post).toBe(false)
  const { standing, may } = await mineOf(eve, byEither)
  expect([may.post, standing?.changes_at]).toEqual([true, expect.any(String)])
  await relay(eve, cancelCall(world.deployment, eve.wallet))
  await toldOf(eve, await head())
  expect(await mineOf(eve, byEither)).toMatchObject({
    may: { post: false },
    standing: { reason: expect.stringContaining('To be in, either hold'), changes_at: null },
  })
})
