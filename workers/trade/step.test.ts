import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Retryable } from '../../core/errors.ts'
import { karma } from '../../core/karma/amount.ts'
import { JURY_MARGIN, JURY_SEATS } from '../../core/trade/jury.ts'
import { noteActive } from '../../db/ring/active.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, type TestMember } from '../../test/support/members.ts'
import { giveThePast } from '../../test/support/minted.ts'
import { openTrade } from '../../test/support/trades.ts'
import { type JuryBeacon, tradeStep } from './step.ts'

const now = new Date()
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const period = 3
const clock = { genesis: 1_692_803_367, period }
let database: TestDatabase
let ann: TestMember
let ben: TestMember
let count = 0

const trusted = async (name: string) => {
  const member = await addMember(database.app, `${name}_${count}`)
  await giveThePast(database, member, { earned: karma(50), days: 7, now })
  return member
}

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  count++
  ;[ann, ben] = [await trusted('ann'), await trusted('ben')]
})

/** A beacon that says what it was asked. */
function beaconOf(asked: string[]): JuryBeacon {
  return {
    clock: async () => {
      asked.push('clock')
      return clock
    },
    randomness: async (round) => {
      asked.push(String(round))
      return `0x${'7a'.repeat(32)}`
    },
  }
}

const down = async () => {
  throw new Retryable({ code: 'beacon.unreachable', message: 'No beacon.', fix: 'Wait.' })
}

async function agreed(change: object = {}) {
  const trade = await openTrade(database, { maker: ann, taker: ben }, { now, ...change })
  await trade.act(ben, { act: 'accept', offer: 1 })
  return trade
}

const step = (beacon: JuryBeacon, at = now, carry?: () => Promise<void>) =>
  tradeStep({ sql: database.app, beacon, carry, challengeSeconds: 60 }, at)

test('the beacon is asked nothing where there is no dispute', async () => {
  await agreed()
  const asked: string[] = []
  await step(beaconOf(asked))
  expect(asked).toEqual([])
})

test('a jury is listed at once and seated when its round is out, which nobody knew before', async () => {
  const { app } = database
  const crowd = await Promise.all(Array.from({ length: 6 }, (_, place) => trusted(`juror${place}`)))
  await noteActive(app, { memberIds: crowd.map(({ id }) => id), now })
  const trade = await agreed()
  await trade.act(ben, { act: 'dispute', text: 'The box was empty.' })
  const asked: string[] = []
  await step(beaconOf(asked))
  const jury = async () => (await trade.read()).dispute?.jury
  expect(await jury()).toMatchObject({ seats: null, verdict: null })
  const round = Number((await jury())?.round)
  expect(clock.genesis + (round - 1) * period).toBeGreaterThan(now.getTime() / 1000 + JURY_MARGIN)
  await step(beaconOf(asked), later(JURY_MARGIN - period))
  expect(asked.filter((each) => each !== 'clock')).toEqual([])
  await step(beaconOf(asked), later(JURY_MARGIN + 2 * period))
  expect(asked.filter((each) => each !== 'clock')).toEqual([String(round)])
  expect(await jury()).toMatchObject({ seats: JURY_SEATS, voted: 0 })
})

test('a beacon that is down keeps nobody from being paid, nor a verdict from being carried; and the other way round', async () => {
  const [well, badly] = [await agreed(), await agreed()]
  for (const member of [ann, ben]) await well.act(member, { act: 'receive' })
  await badly.act(ben, { act: 'dispute', text: 'The box was empty.' })
  const carried: string[] = []
  const carry = async () => void carried.push('carried')
  await expect(step({ clock: down, randomness: down }, now, carry)).rejects.toMatchObject({
    code: 'beacon.unreachable',
  })
  expect(carried).toEqual(['carried'])
  const paid = await database.app`select 1 from app.award where source_id = ${well.id}`
  expect(paid).toHaveLength(2)
  await expect(step(beaconOf([]), now, down)).rejects.toMatchObject({ code: 'beacon.unreachable' })
  expect((await badly.read()).dispute?.jury).toMatchObject({ seats: null })
})
