import { encodeFunctionData, toHex } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { relayedShape } from '../../core/relay/status.ts'
import { toBytea } from '../../db/bytes.ts'
import { linkWallet } from '../../db/members/wallets.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import {
  PRICE,
  purchase,
  purchaseWithPermit,
  type RelayWorld,
  signRequest,
  startRelayWorld,
} from '../../test/support/relay.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let world: RelayWorld
let web: TestWeb
beforeAll(async () => {
  world = await startRelayWorld()
  const { deployment, chain } = world
  web = await startTestWeb(() => ({
    forwarder: openForwarder({ rpcUrl: chain.rpcUrl, deployment }),
    chain: { id: deployment.chain_id, token: deployment.karma, rpcUrl: chain.rpcUrl },
    limits: async () => undefined,
  }))
})
afterAll(async () => {
  await web.close()
  await world.close()
})

type Member = { id: string; token: string; signer: PrivateKeyAccount }
let count = 0

async function newMember(karma = PRICE): Promise<Member> {
  const { id, token } = await register(web.origin, `relayed_${count++}`)
  const signer = await world.addMember(karma)
  await linkWallet(web.db.app, id, signer.address.toLowerCase() as `0x${string}`)
  return { id, token, signer }
}

type Signing = Partial<Parameters<typeof signRequest>[2]>
/** A purchase as the page sends it: numbers as hex. */
async function signed({ signer }: Pick<Member, 'signer'>, changed: Signing = {}) {
  const { access_pass: to } = world.deployment
  const data = changed.data ?? (await purchaseWithPermit(world, signer))
  const request = await signRequest(world, signer, { to, gas: 200_000n, ...changed, data })
  const hex = (text: string) => toHex(BigInt(text))
  return { ...request, value: hex(request.value), gas: hex(request.gas), nonce: hex(request.nonce) }
}
const send = ({ token }: Member, body: unknown) => ask(`${web.origin}/api/relay`, { body, token })
const get = ({ token }: Member, path: string) => ask(`${web.origin}/api/relay${path}`, { token })
const nonceOf = async (member: Member) => (await get(member, '/nonce')).json()

const relayedRows = async () => (await web.db.app`select id from app.relay_request`).length
const charged = async () => {
  const { address } = world.relayer
  const { client } = world
  return [await client.getBalance({ address }), await client.getBlockNumber(), await relayedRows()]
}

test('a signed call is taken in with 202, and followed at its Location', async () => {
  const member = await newMember()
  const response = await send(member, await signed(member))
  expect(response.status).toBe(202)
  const relayed = relayedShape.parse(await response.json())
  expect(response.headers.get('location')).toBe(`/api/relay/${relayed.id}`)
  expect(relayed).toMatchObject({
    ...{ state: 'queued', wallet: member.signer.address.toLowerCase(), nonce: '0', tx_hash: null },
    ...{ call: 'access_pass.purchaseWithPermit', block_number: null, problem: null },
  })
  const found = await ask(`${web.origin}${response.headers.get('location')}`, { token: member.token })
  expect(await found.json()).toEqual(relayed)
  const list = z.object({ items: z.array(relayedShape) }).parse(await (await get(member, '')).json())
  expect(list.items).toEqual([relayed])
})

test('numbers may be decimal as well', async () => {
  const member = await newMember()
  const { value, gas, nonce, ...rest } = await signed(member)
  const decimal = (text: string) => String(BigInt(text))
  const body = { ...rest, value: decimal(value), gas: decimal(gas), nonce: decimal(nonce) }
  expect((await send(member, body)).status).toBe(202)
})

test('the next number counts what waits, and the next request may wait behind the first', async () => {
  const member = await newMember(2n * PRICE)
  const { forwarder, chain_id } = world.deployment
  const wallet = member.signer.address.toLowerCase()
  expect(await nonceOf(member)).toEqual({ wallet, nonce: '0', chain_id, forwarder })
  expect((await send(member, await signed(member))).status).toBe(202)
  expect(await nonceOf(member)).toMatchObject({ nonce: '1' })
  const vote = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [member.signer.address] })
  const second = await signed(member, { to: world.deployment.karma, data: vote, nonce: 1n })
  expect((await send(member, second)).status).toBe(202)
  expect(await nonceOf(member)).toMatchObject({ nonce: '2' })
})

test('pages of the list go on where the last one ended', async () => {
  const member = await newMember(2n * PRICE)
  const data = purchase()
  const ids: string[] = []
  await send(member, await signed(member))
  for (const nonce of [1n, 2n]) await send(member, await signed(member, { data, gas: 140_000n, nonce }))
  for (let before = ''; ; before = `&before=${ids.at(-1)}`) {
    const { items } = await (await get(member, `?limit=2${before}`)).json()
    if (items.length === 0) break
    ids.push(...items.map(({ id }: { id: string }) => id))
  }
  expect(ids).toHaveLength(3)
  expect(ids).toEqual([...ids].sort().reverse())
})

describe('what is not carried out', () => {
  const stranger = privateKeyToAccount(generatePrivateKey())
  type Refusal = [string, number, string, RegExp, (member: Member) => Promise<unknown>]
  const refusals: Refusal[] = [
    [
      'a request of another chain',
      ...([422, 'relay.chain', /^Switch your wallet to chain 31337/] as const),
      async (member) => ({ ...(await signed(member)), chain_id: 1 }),
    ],
    [
      'a signature for another chain',
      ...([422, 'relay.signature', /^Sign it again/] as const),
      (member) => signed(member, { chainId: 1 }),
    ],
    [
      'an expired request',
      ...([422, 'relay.deadline', /^Do it again/] as const),
      (member) => signed(member, { deadline: Math.floor(Date.now() / 1000) - 1 }),
    ],
    [
      'a target that is not whitelisted',
      ...([403, 'relay.not-allowed', /from your own wallet/] as const),
      (member) => signed(member, { to: stranger.address }),
    ],
    [
      'a function that is not whitelisted',
      ...([403, 'relay.not-allowed', /from your own wallet/] as const),
      (member) =>
        signed(member, {
          to: world.deployment.karma,
          data: encodeFunctionData({ abi: karmaAbi, functionName: 'transfer', args: [stranger.address, 1n] }),
        }),
    ],
    [
      'an unlinked wallet',
      ...([403, 'relay.wallet', /^Link it/] as const),
      () => signed({ signer: stranger }),
    ],
    [
      'a number too far ahead',
      ...([409, 'relay.nonce', /^Sign it with number 0/] as const),
      (member) => signed(member, { nonce: 3n }),
    ],
    [
      'a request that asks for wei',
      ...([422, 'relay.value', /value of 0/] as const),
      (member) => signed(member, { value: 1n }),
    ],
    [
      'less gas than the call takes',
      ...([422, 'relay.gas', /more gas/] as const),
      (member) => signed(member, { gas: 50_000n }),
    ],
  ]

  test.each(refusals)('%s: %i %s, says what to do, nothing charged', async (...given) => {
    const [, status, code, fix, make] = given
    const member = await newMember()
    const body = await make(member)
    const before = await charged()
    const problem = await problemOf(await send(member, body))
    expect(problem).toMatchObject({ status, code, fix: expect.stringMatching(fix) })
    expect(await charged()).toEqual(before)
  })

  test('a balance too small: 409 with both numbers, nothing charged', async () => {
    const member = await newMember(PRICE - 1n)
    const body = await signed(member)
    const before = await charged()
    expect(await problemOf(await send(member, body))).toMatchObject({
      ...{ status: 409, code: 'relay.refused', fix: expect.stringMatching(/Earn/) },
      detail: expect.stringMatching(/^It takes 0\.0+5 karma and you have/),
    })
    expect(await charged()).toEqual(before)
  })

  test('a replayed request: on its way it is refused, carried out as well, and by another wallet’s member too', async () => {
    const member = await newMember(2n * PRICE)
    const body = await signed(member)
    expect((await send(member, body)).status).toBe(202)
    const twice = await problemOf(await send(member, body))
    expect(twice).toMatchObject({ status: 409, code: 'relay.nonce', fix: expect.stringMatching(/^Follow/) })
    const [request] = await web.db.app<{ id: string }[]>`
      select id from app.relay_request where member_id = ${member.id}`
    const raw = { ...body, value: 0n, gas: BigInt(body.gas), nonce: 0n }
    await world.relayer.send([raw as never])
    await web.db.app`update app.relay_request set outcome = 'done' where id = ${request?.id ?? ''}`
    const other = await newMember()
    const before = await charged()
    const replayed = await problemOf(await send(member, body))
    expect(replayed).toMatchObject({
      status: 409,
      code: 'relay.nonce',
      fix: expect.stringMatching(/took effect/),
    })
    expect(await problemOf(await send(other, body))).toMatchObject({ code: 'relay.wallet' })
    expect(await charged()).toEqual(before)
  })
})

test('a number whose request ran out of time, or was refused, is free again', async () => {
  const member = await newMember()
  const body = await signed(member)
  const first = relayedShape.parse(await (await send(member, body)).json())
  await web.db
    .app`update app.relay_request set deadline = now() - interval '2 minutes' where id = ${first.id}`
  expect(await nonceOf(member)).toMatchObject({ nonce: '0' })
  const second = relayedShape.parse(await (await send(member, body)).json())
  expect((await (await get(member, `/${first.id}`)).json()).state).toBe('expired')
  await web.db.app`
    update app.relay_request set refusal = '{"code":"relay.refused","message":"No.","fix":"Wait."}' where id = ${second.id}`
  expect((await send(member, body)).status).toBe(202)
  expect((await (await get(member, `/${second.id}`)).json()).problem).toMatchObject({ message: 'No.' })
})

test('a wallet has eight requests waiting at most', async () => {
  const member = await newMember(PRICE)
  const data = purchase()
  expect((await send(member, await signed(member))).status).toBe(202)
  for (let nonce = 1n; nonce < 8n; nonce++)
    expect((await send(member, await signed(member, { data, gas: 140_000n, nonce }))).status).toBe(202)
  const ninth = await problemOf(await send(member, await signed(member, { data, gas: 140_000n, nonce: 8n })))
  expect(ninth).toMatchObject({ status: 429, code: 'relay.too-many' })
})

test('of the same request sent five times at once, one is taken', async () => {
  const member = await newMember()
  const body = await signed(member)
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(member, body)))
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409])
})

test('a wallet unlinked in between is asked for again when the request is written', async () => {
  const member = await newMember()
  const wallet = member.signer.address.toLowerCase() as `0x${string}`
  await web.db.app`delete from app.wallet where address = ${toBytea(wallet)}`
  expect((await get(member, '/nonce')).status).toBe(403)
  expect((await get(member, `/nonce?wallet=${wallet}`)).status).toBe(403)
})

test('each member may send 60 an hour, whatever the wallet', async () => {
  const limited = await startTestWeb()
  const { token } = await register(limited.origin, 'eager')
  const statuses: number[] = []
  for (let turn = 0; turn < 61; turn++)
    statuses.push((await ask(`${limited.origin}/api/relay`, { body: {}, token })).status)
  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([422]))
  expect(statuses[60]).toBe(429)
  await limited.close()
})
