import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { appEventShape } from '../../core/events.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { madeUp } from '../../test/support/forwarder.ts'
import { addMember, type TestMember } from '../../test/support/members.ts'
import { vaultForTest } from '../../test/support/vault.ts'
import { type Hex, toBytea } from '../bytes.ts'
import { deleteMember } from '../members/delete.ts'
import { acceptRequest } from './accept.ts'
import { freezeRequests } from './freeze.ts'
import { tellNews } from './news.ts'
import { listOpenBatches } from './open.ts'
import { getRelayed } from './read.ts'
import { refuseRequest } from './refuse.ts'
import { lastSent, recordMined, recordRelaySend } from './transaction.ts'

let db: TestDatabase
let ann: TestMember
let count = 0
const heard: string[] = []
beforeAll(async () => {
  db = await createDatabase()
  await db.app.listen('app', (text) => {
    const event = appEventShape.parse(JSON.parse(text))
    if (event.kind === 'relay') heard.push(event.request_id)
  })
})
afterAll(() => db.close())
beforeEach(async () => {
  ann = await addMember(db.app, `ann_${count++}`)
  heard.length = 0
})

const hash: Hex = `0x${'5a'.repeat(32)}`
const relayer: Hex = `0x${'77'.repeat(20)}`
const now = () => new Date()
const accept = (nonce = 0n) =>
  acceptRequest(db.app, {
    ...{ memberId: ann.id, request: madeUp(ann.wallet, nonce), call: 'access_pass.purchase', now: now() },
  })
const stateOf = async (id: string) => (await getRelayed(db.app, { id, memberId: ann.id, now: now() }))?.state
const outcomeOf = async (id: string) =>
  (await db.app<{ outcome: string | null }[]>`select outcome from app.relay_request where id = ${id}`)[0]
    ?.outcome

/** In a batch that this transaction carries. */
async function send(id: string, txHash: Hex = hash): Promise<void> {
  await freezeRequests(db.app, { ids: [id], now: now() })
  const batchId = (await listOpenBatches(db.app, now())).at(-1)?.id ?? 0n
  const sent = { txHash, nonce: 3, maxFee: 9n, maxPriorityFee: 1n, sentAt: now() }
  await recordRelaySend(db.app, { batchId, relayer, sent })
}

/** The mirror shows the wallet's number used in block 7, and that it stands at 10, with what is final. */
async function mirror(finalized: number, txHash: Hex = hash, success = true): Promise<void> {
  await db.indexer`delete from chain.cursor`
  await db.indexer`delete from chain.forward`
  await db.indexer`
    insert into chain.cursor (chain_id, genesis_hash, from_block, block_number, block_time, finalized_number)
      values (31337, '\\x00', 0, 10, now(), ${finalized})`
  await db.indexer`
    insert into chain.forward (block_number, log_index, tx_hash, block_time, signer_address, nonce, success)
      values (7, 0, ${toBytea(txHash)}, now(), ${toBytea(ann.wallet)}, 0, ${success})`
}

test('each news of a request is told its member once', async () => {
  const id = await accept()
  await tellNews(db.app, now())
  await send(id, `0x${'01'.repeat(32)}`)
  expect(await tellNews(db.app, now())).toBeGreaterThan(0)
  await tellNews(db.app, now())
  await mirror(0, `0x${'01'.repeat(32)}`)
  await tellNews(db.app, now())
  await tellNews(db.app, now())
  // Accepted, sent, done.
  await expect.poll(() => heard.filter((one) => one === id)).toHaveLength(3)
})

test('what the mirror shows is an outcome only when its block is final, and then stays one', async () => {
  const id = await accept()
  await send(id, `0x${'02'.repeat(32)}`)
  await mirror(6, `0x${'02'.repeat(32)}`)
  await tellNews(db.app, now())
  expect([await stateOf(id), await outcomeOf(id)]).toEqual(['done', null])
  await db.indexer`delete from chain.forward`
  expect(await stateOf(id)).toBe('sent')
  await mirror(7, `0x${'02'.repeat(32)}`)
  await tellNews(db.app, now())
  expect(await outcomeOf(id)).toBe('done')
  await db.indexer`delete from chain.forward`
  expect(await stateOf(id)).toBe('done')
})

test('a number that only the mirror shows used, since a reorg took its block, is not given to a second request', async () => {
  const id = await accept()
  await send(id, `0x${'08'.repeat(32)}`)
  await mirror(0, `0x${'08'.repeat(32)}`)
  await expect(accept()).rejects.toMatchObject({ code: 'relay.nonce' })
  await db.indexer`delete from chain.forward`
  expect(await stateOf(id)).toBe('sent')
})

test('a transaction of ours that carried another batch does not count for this request', async () => {
  const id = await accept()
  await send(id, `0x${'03'.repeat(32)}`)
  await mirror(0, `0x${'04'.repeat(32)}`)
  expect(await stateOf(id)).toBe('replaced')
})

test('a request that was refused ends at once; one that ran out of time only when no block can still hold it', async () => {
  const refused = await accept()
  await refuseRequest(db.app, {
    id: refused,
    problem: { code: 'relay.refused', message: 'No.', fix: 'Wait.' },
  })
  await tellNews(db.app, now())
  expect(await outcomeOf(refused)).toBe('refused')
  const late = await accept()
  await send(late, `0x${'05'.repeat(32)}`)
  await db.indexer`delete from chain.forward`
  await db.app`update app.relay_request set deadline = now() - interval '2 minutes' where id = ${late}`
  await db.indexer`update chain.cursor set block_time = now()`
  await tellNews(db.app, now())
  expect([await stateOf(late), await outcomeOf(late)]).toEqual(['expired', null])
  await db.indexer`update chain.cursor set block_time = now() + interval '2 hours'`
  await tellNews(db.app, now())
  expect(await outcomeOf(late)).toBe('expired')
})

test('what is in a batch is not refused any more', async () => {
  const id = await accept()
  await send(id, `0x${'06'.repeat(32)}`)
  await refuseRequest(db.app, { id, problem: { code: 'relay.refused', message: 'No.', fix: 'Wait.' } })
  await db.indexer`delete from chain.forward`
  expect(await stateOf(id)).toBe('sent')
})

test('the last bid for a nonce is found whatever it carried, and the same transaction twice is one row', async () => {
  const sent = { txHash: hash, nonce: 40, maxFee: 9n, maxPriorityFee: 1n, sentAt: new Date(1_000) }
  const id = await accept()
  await send(id, `0x${'07'.repeat(32)}`)
  const batchId = (await listOpenBatches(db.app, now())).at(-1)?.id ?? 0n
  await recordRelaySend(db.app, { batchId, relayer, sent })
  await recordRelaySend(db.app, { batchId, relayer, sent: { ...sent, sentAt: new Date(2_000) } })
  await recordMined(db.app, { txHash: hash, block: 9 })
  expect(await lastSent(db.app, { relayer, nonce: 40 })).toEqual({ ...sent, sentAt: new Date(2_000) })
  expect(await lastSent(db.app, { relayer: `0x${'78'.repeat(20)}`, nonce: 40 })).toBeNull()
})

test('of a member who leaves, what waits is forgotten and what is on its way goes on, and is forgotten at its end', async () => {
  const { app, ring, ann: leaver } = await vaultForTest()
  const wallet = `0x${'9d'.repeat(20)}` as const
  await app`insert into app.wallet (address, member_id) values (${toBytea(wallet)}, ${leaver.id})`
  const take = (nonce: bigint) =>
    acceptRequest(app, {
      memberId: leaver.id,
      request: madeUp(wallet, nonce),
      call: 'karma.delegate',
      now: now(),
    })
  const [sent, waits] = [await take(0n), await take(1n)]
  await freezeRequests(app, { ids: [sent], now: now() })
  await deleteMember(app, ring, leaver.id)
  const left = async () => (await app<{ id: string }[]>`select id from app.relay_request`).map(({ id }) => id)
  expect(await left()).toEqual([sent])
  expect(waits).not.toBe(sent)
  expect((await listOpenBatches(app, now()))[0]?.requests).toHaveLength(1)
  await app`update app.relay_request set outcome = 'done'`
  await tellNews(app, now())
  expect(await left()).toEqual([])
})
