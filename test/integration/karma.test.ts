import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropShape } from '../../core/drop/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { ledgerShape } from '../../core/ledger/shape.ts'
import { gateFor } from '../../db/drops/gate.ts'
import { getDrop, listDrops } from '../../db/drops/read.ts'
import { upsertDrop } from '../../db/drops/upsert.ts'
import { readLedger } from '../../db/ledger/read.ts'
import { confirmRestock } from '../../db/restocks/confirm.ts'
import { reportRestock } from '../../db/restocks/report.ts'
import { startSettle } from '../../workers/settle/start.ts'
import { addCatalog, type TestMember } from '../support/members.ts'
import {
  allMirrored,
  expectMintedOnce,
  type SettleWorld,
  silentLogger,
  startWorld,
} from '../support/settle.ts'

let world: SettleWorld
let settler: { stop: () => Promise<void> }
let place: Awaited<ReturnType<typeof addCatalog>>
beforeAll(async () => {
  world = await startWorld()
  place = await addCatalog(world.database.app)
  const { rpcUrl, awarderKey, deployment } = world.chain
  settler = startSettle({ sql: world.database.app, rpcUrl, awarderKey, deployment, logger: silentLogger })
})
afterAll(async () => {
  await settler.stop()
  await world.close()
})

const who = (name: string): TestMember => {
  const found = world.members.find(({ username }) => username === name)
  if (!found) throw new Error(name)
  return found
}
const ledgerOf = async (name: string) =>
  ledgerShape.parse(
    await readLedger(world.database.app, {
      memberId: who(name).id,
      token: world.chain.deployment.karma,
      now: new Date(),
    }),
  )

async function addDrop(slug: string, minKarma: bigint, snapshotAt: Date | null): Promise<string> {
  const id = uuidv7()
  const { sneakerId: sneaker_id, storeId: store_id } = place
  await upsertDrop(world.database.app, {
    ...{ id, slug, title: slug, sneaker_id, store_id, product_url: 'http://localhost:3001/x' },
    ...{ price_minor: 100, currency: 'USD', sizes: ['10'], minKarma, snapshotAt, passTier: null },
    opensAt: new Date(Date.now() - 60_000),
  })
  return id
}

async function earn(reporter: string, confirmer: string, size: string): Promise<void> {
  const { sneakerId: sneaker_id, storeId: store_id } = place
  const restockId = await reportRestock(world.database.app, {
    memberId: who(reporter).id,
    report: { sneaker_id, store_id, size },
    now: new Date(),
    challengeSeconds: 0,
  })
  await confirmRestock(world.database.app, {
    restockId,
    memberId: who(confirmer).id,
    now: new Date(),
    challengeSeconds: 3,
  })
}

test('a confirmed report becomes karma on chain, in the ledger, and opens the gate', async () => {
  const dropId = await addDrop('ten', karma(10), null)
  const gate = (name: string) =>
    gateFor(world.database.app, { memberId: who(name).id, dropId, now: new Date() })
  expect(await gate('ana')).toMatchObject({ open: false, reason: expect.stringContaining('earn 10 more') })

  await earn('ana', 'ben', '10')
  expect((await ledgerOf('ana')).pending).toMatchObject([{ rule: 'restock.report', state: 'maturing' }])
  await allMirrored(world)
  await expectMintedOnce(world)

  const ana = await ledgerOf('ana')
  expect(ana).toMatchObject({ balance: String(karma(10)), earned: String(karma(10)), pending: [] })
  expect(ana.entries).toMatchObject([
    { value: String(karma(10)), rule: 'restock.report', wallet: who('ana').wallet },
  ])
  expect((await ledgerOf('ben')).entries).toMatchObject([
    { value: String(karma(1)), rule: 'restock.first-confirmation' },
  ])
  expect(await gate('ana')).toMatchObject({ open: true, held: String(karma(10)) })
  expect(await gate('ben')).toMatchObject({
    open: false,
    reason: expect.stringContaining('You hold 1 karma'),
  })
})

test('karma that came after the snapshot does not open the drop', async () => {
  const now = new Date()
  await addDrop('before', karma(10), new Date(now.getTime() - 3_600_000))
  await addDrop('none', 0n, null)
  const asked = { memberId: who('ana').id, now }
  const drop = dropShape.parse(await getDrop(world.database.app, { slug: 'before', ...asked }))
  expect(drop.gate).toMatchObject({
    open: false,
    held: '0',
    reason: expect.stringMatching(/^You hold 10 karma now, but .* held since/),
  })
  const all = await listDrops(world.database.app, asked)
  expect(all.map(({ slug, gate }) => [slug, gate?.open]).sort()).toEqual([
    ['before', false],
    ['none', true],
    ['ten', true],
  ])
  const public_ = await getDrop(world.database.app, { slug: 'ten', memberId: null, now })
  expect(public_?.gate).toBeNull()
})

test('a member without a wallet is told to link one, and is paid when it is linked', async () => {
  const { app } = world.database
  const cleo = who('cleo')
  const [wallet] = await app<{ address: Uint8Array }[]>`
    delete from app.wallet where member_id = ${cleo.id} returning address`
  await earn('cleo', 'ben', '11')
  const state = async () => (await ledgerOf('cleo')).pending[0]?.state
  await expect.poll(state).toBe('needs-wallet')
  await app`insert into app.wallet (address, member_id) values (${wallet?.address ?? null}, ${cleo.id})`
  await allMirrored(world)
  expect(await ledgerOf('cleo')).toMatchObject({ balance: String(karma(10)), pending: [] })
})

test('an unknown drop is a Final with a code', async () => {
  const asked = gateFor(world.database.app, { memberId: who('ana').id, dropId: uuidv7(), now: new Date() })
  await expect(asked).rejects.toMatchObject({ code: 'drop.not-found', status: 404 })
})
