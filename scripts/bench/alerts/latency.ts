import { parseArgs } from 'node:util'
import { seeded } from '../../../core/random.ts'
import { Ear } from '../../../test/support/storm-ears.ts'
import { stormPlanOf } from '../../../test/support/storm-plan.ts'
import { type Cell, Sea, watchAll } from '../../../test/support/storm-sea.ts'
import { seenCells } from '../../../test/support/storm-truth.ts'
import type { Run } from '../run.ts'
import { table } from '../table.ts'
import { type Ground, openGround } from './ground.ts'
import { quantile } from './quantile.ts'
import { sleep, until } from './until.ts'

/** Over the poll interval, at the 99th percentile. Milliseconds. */
const BAR_MS = 250
/** All of them at one shop: 3.2 looks a second, within what monitors may ask of an origin (core/monitor/interval.ts). */
const PRODUCTS = 8
const EVERY_MS = 2_500
/** From one change to the next, on average: at any moment of a poll. Milliseconds. */
const PAUSE_MS = 150

const sizes = Array.from({ length: 36 }, (_, nth) => String(4 + nth / 2))
type Sample = { size: string; changed: number; heard: number; asked: number }

function samplesOf(ear: Ear, cells: readonly Cell[], sea: Sea): Sample[] {
  return ear.heard.flatMap(({ alert, at }) => {
    if (alert.kind !== 'restock') return []
    const cell = cells.find((each) => each.sneakerId === alert.sneaker.id && each.size === alert.size)
    const flip = cell && sea.flipsOf(cell)[0]
    if (!flip) throw new Error(`an alert of size ${alert.size}, which did not change`)
    return [{ size: alert.size, changed: flip.at, heard: at, asked: Date.parse(alert.asked_at ?? '') }]
  })
}

/** Every size comes back once, at a moment of its own. */
async function play(ground: Ground, sea: Sea, count: number): Promise<Sample[]> {
  const ear = new Ear(await ground.gateway(), [{}])
  await ear.ready
  await watchAll(ground.sql, sea, EVERY_MS)
  await ground.monitor()
  const all = sea.cells
  await until(async () => (await seenCells(ground.sql)) === all.length, 'not every size was seen')
  const random = seeded(1)
  const cells = all.toSorted(() => random(3) - 1).slice(0, count)
  for (const { shop, product, size } of cells) {
    shop.set(product, { [size]: 'in' })
    await sleep(random(2 * PAUSE_MS))
  }
  await until(() => ear.heard.length >= cells.length, `${ear.heard.length} of ${cells.length} alerts arrived`)
  ear.close()
  return samplesOf(ear, cells, sea)
}

const told = (values: readonly number[]) =>
  [0.5, 0.99, 1].map((share) => `${Math.round(quantile(values, share))} ms`)

/** From a change at a shop to a socket, with the real monitor, Postgres and gateway; `--changes` of them (200). */
export const runLatency: Run = async (flags, tell, note) => {
  const { values } = parseArgs({ args: [...flags], options: { changes: { type: 'string' } } })
  const count = Number(values.changes ?? 200)
  const ground = await openGround()
  const plan = { ...stormPlanOf(1, { changes: 0, shops: 1, products: PRODUCTS, kills: 0 }), sizes }
  const sea = await Sea.open(ground.sql, plan, 'out')
  try {
    const samples = await play(ground, sea, count)
    const whole = samples.map(({ changed, heard }) => heard - changed)
    const ours = samples.map(({ asked, heard }) => heard - asked)
    const rows = [
      ['from', 'to', 'p50', 'p99', 'most'],
      ['the change at the shop', 'a socket', ...told(whole)],
      ['the request that saw it', 'a socket', ...told(ours)],
    ]
    for (const line of table(rows)) tell(line)
    const p99 = quantile(whole, 0.99)
    const [{ guests } = { guests: undefined }] = sea.shops
    tell(
      `${samples.length} changes, looked at every ${EVERY_MS} ms: p99 ${Math.round(p99)} ms; the bar is ${EVERY_MS + BAR_MS} ms.`,
    )
    tell(
      `The shop answered ${guests?.pages} requests, ${guests?.notModified} of them 304; ${guests?.violations} were out of order.`,
    )
    const held = p99 <= EVERY_MS + BAR_MS && samples.length === count && guests?.violations === 0
    const what = 'from a change at a shop to a socket, p99'
    note({ what, figure: `${Math.round(p99)} ms`, bar: `<= ${EVERY_MS + BAR_MS} ms`, held })
    return held
  } finally {
    await sea.close()
    await ground.close()
  }
}
