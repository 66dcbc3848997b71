import { expect, test } from 'vitest'
import { notifyForTest } from '../../test/support/notify.ts'
import { addDraw, addEntries, addPass, addRaffle } from '../../test/support/raffle-rows.ts'
import { readAlerts } from '../alerts/read.ts'
import type { Hex } from '../bytes.ts'
import { fanOut } from '../deliveries/fan-out.ts'
import { withdrawPlan } from './plan.ts'
import { tellRaffleNews } from './tell.ts'

const day = (days: number) => new Date(Date.now() + days * 86_400_000)

async function worldForTest() {
  const world = await notifyForTest()
  const { app } = world
  const join = (name: string, settings = {}) =>
    world.join(name, { addresses: [{ kind: 'discord', url: `https://hooks.example/${name}` }], settings })
  const walletOf = async (memberId: string) => {
    const [row] = await app<{ wallet: Hex }[]>`
      select '0x' || encode(address, 'hex') as wallet from app.wallet where member_id = ${memberId}`
    return row?.wallet ?? '0x'
  }
  /** Who was told of what since the last time. */
  const told = async () => {
    await tellRaffleNews(app)
    await fanOut(app, { now: new Date(), limit: 100 })
    const rows = await app<{ line: string }[]>`
      with gone as (delete from app.delivery returning member_id, alert_id)
      select m.username || ' ' || (n.content ->> 'kind') || coalesce(' ' || (n.content ->> 'state'), '') as line
        from gone join app.notice n using (alert_id) join app.member m on m.id = gone.member_id order by 1`
    return rows.map(({ line }) => line)
  }
  const alerts = async () => readAlerts(app, { after: 0, limit: 100 })
  return { ...world, join, walletOf, told, alerts }
}

test('a raffle that opens is told once to everyone, but those who want to hear of none', async () => {
  const world = await worldForTest()
  const ann = await world.join('ann')
  await world.join('bea', { raffles: false })
  const { id } = await addRaffle(world, { memberId: ann })
  expect(await world.told()).toEqual(['ann raffle-open'])
  expect(await world.told()).toEqual([])
  expect(await world.alerts()).toMatchObject([
    { kind: 'raffle-open', raffle_id: id, title: 'Friday', tier: 0 },
  ])
})

test('one that asks for a pass is told to those who hold such a one now', async () => {
  const world = await worldForTest()
  const passes = { ann: [2, 1], bea: [3, 1], cat: [1, 1], dee: [2, -1], eve: undefined } as const
  let operator = ''
  for (const [name, pass] of Object.entries(passes)) {
    operator = await world.join(name)
    const wallet = await world.walletOf(operator)
    // Of several passes the last one counts.
    if (name === 'cat') await addPass(world, wallet, { tier: 3, expiresAt: day(1) })
    await world.indexer`update chain.pass_purchase set block_number = 0 where member_address = ${Buffer.from(wallet.slice(2), 'hex')}`
    if (pass) await addPass(world, wallet, { tier: pass[0], expiresAt: day(pass[1]) })
  }
  await addRaffle(world, { memberId: operator, tier: 2 })
  expect(await world.told()).toEqual(['ann raffle-open', 'bea raffle-open'])
})

test('what a reorg took away and gives again under another number is not told twice, and the alert leads to the new one', async () => {
  const world = await worldForTest()
  const ann = await world.join('ann')
  const { id } = await addRaffle(world, { memberId: ann })
  await world.told()
  await world.indexer`update chain.raffle set raffle_id = ${String(BigInt(id) + 1000n)} where raffle_id = ${id}`
  expect(await world.told()).toEqual([])
  expect(await world.alerts()).toMatchObject([{ raffle_id: String(BigInt(id) + 1000n) }])
  await world.indexer`delete from chain.raffle`
  expect(await world.alerts()).toMatchObject([{ raffle_id: null, title: 'Friday' }])
})

test('one that is called off, over or not mirrored yet is not told', async () => {
  const world = await worldForTest()
  const ann = await world.join('ann')
  const { planId } = await addRaffle(world, { memberId: ann })
  await withdrawPlan(world.app, { planId, now: new Date() })
  const over = await addRaffle(world, { memberId: ann })
  await world.app`update app.raffle_plan set closes_at = now() where id = ${over.planId}`
  const { id } = await addRaffle(world, { memberId: ann })
  await world.indexer`delete from chain.raffle where raffle_id = ${id}`
  expect(await world.told()).toEqual([])
})

test('winners are told once, also when a reorg has the same draw happen again', async () => {
  const world = await worldForTest()
  const ann = await world.join('ann')
  const { id } = await addRaffle(world, { memberId: ann })
  await world.told()
  await addEntries(world, id, [await world.walletOf(ann)])
  await addDraw(world, id)
  expect(await world.told()).toEqual(['ann raffle won'])
  await world.indexer`delete from chain.raffle_draw`
  await addDraw(world, id)
  expect(await world.told()).toEqual([])
})
