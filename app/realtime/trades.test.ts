import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { linkWallet } from '../../db/members/wallets.ts'
import { register } from '../../test/support/http.ts'
import { randomAddress } from '../../test/support/members.ts'
import { openTrade } from '../../test/support/trades.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})

async function join(username: string) {
  const { id, cookie } = await register(web.origin, username)
  const wallet = randomAddress()
  await linkWallet(web.db.app, id, wallet)
  const extraHeaders = { cookie, origin: web.origin }
  const socket = io(web.origin, { path: '/rt', transports: ['websocket'], forceNew: true, extraHeaders })
  open.push(socket)
  const heard: unknown[] = []
  socket.on('trade', (event: unknown) => heard.push(event))
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)))
  return { id, username, wallet, heard }
}

test('what the chain says of a trade reaches both sides, whoever’s account it moved, and nobody else', async () => {
  const [ann, ben, cleo] = [await join('ann'), await join('ben'), await join('cleo')]
  const now = new Date()
  const trade = await openTrade(web.db, { maker: ann, taker: ben }, { now, bond: 5, wallet: ann.wallet })
  await trade.act(ben, { act: 'accept', offer: 1, wallet: ben.wallet })
  // An offer and its answer.
  for (const { heard } of [ann, ben]) await expect.poll(() => heard).toHaveLength(2)
  const id = (await trade.read()).escrow?.id
  const event = { block_number: 7, accounts: [], all: false, trades: [id] }
  await web.db.indexer`select pg_notify('chain', ${JSON.stringify(event)})`
  for (const { heard } of [ann, ben]) {
    await expect.poll(() => heard).toHaveLength(3)
    expect(heard.at(-1)).toEqual({ trade_id: trade.id })
  }
  expect(cleo.heard).toEqual([])
})
