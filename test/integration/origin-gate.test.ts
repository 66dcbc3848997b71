import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { readMemory } from '../../scripts/checkout/memory.ts'
import { plainShop } from '../fixtures/shops/bazaar/options.ts'
import { startBazaar } from '../fixtures/shops/bazaar/server.ts'
import { startCheckoutWorld, type TestShop } from '../support/checkout.ts'
import { startRecorder } from '../support/recorder.ts'
import { newShopper } from '../support/shopper.ts'

// What the shop itself meets of several processes of ours: never two walks at once, and nobody before the time it named.

const FINAL = ['ordered', 'handover', 'not-ordered', 'unknown', 'dry-run']
const LONG_MS = 120_000
/** What freezes a process waits for its lease to run out: some forty seconds each. */
const slow = process.env.SNPD_CONFORM === 'all'
const NAMED_S = 20

/** The latest time that any shop named to a run on this machine; 0 for none. */
function namedTime(folder: string): number {
  const shops = join(folder, `snpd-shops-${process.getuid?.()}`)
  const files = existsSync(shops) ? readdirSync(shops).filter((name) => name.endsWith('.json')) : []
  return Math.max(0, ...files.map((name) => readMemory(join(shops, name)).notBefore))
}

let world: Awaited<ReturnType<typeof startCheckoutWorld>>
let shop: TestShop
beforeAll(async () => {
  world = await startCheckoutWorld()
  shop = await world.openShop()
})
afterAll(() => world.close())

async function record(...args: Parameters<typeof startRecorder>) {
  const recorder = await startRecorder(...args)
  onTestFinished(recorder.close)
  return recorder
}

test(
  'two workers with three checkouts at one shop: one walk after the other, also after one of them is killed',
  async () => {
    const recorder = await record(shop.origin)
    const workers = await Promise.all([world.openWorker(), world.openWorker()])
    const dropId = await world.addDrop(recorder.origin)
    const ask = () => world.request({ dropId, mode: 'dry-run' })
    const first = await Promise.all([ask(), ask(), ask()])
    for (const purchase of first) expect((await world.until(purchase, FINAL)).state).toBe('dry-run')
    expect(new Set(recorder.met.map(({ walk }) => walk)).size).toBe(3)
    expect(recorder.mixed()).toEqual([])

    const before = recorder.met.length
    const second = await Promise.all([ask(), ask()])
    await expect.poll(() => recorder.met.length).toBeGreaterThan(before + 2)
    await workers[0]?.kill()
    for (const purchase of second) expect((await world.until(purchase, FINAL)).state).toBe('dry-run')
    expect(recorder.mixed()).toEqual([])
    await workers[1]?.stop()
  },
  LONG_MS,
)

test(
  'while a member reads, others go to the shop, and nothing of the page that waits',
  async () => {
    // A page that asks its shop for something all the time, also while nobody does anything.
    const recorder = await record(shop.origin, { script: 'setInterval(() => fetch("/ping"), 700)' })
    const worker = await world.openWorker()
    const dropId = await world.addDrop(recorder.origin)
    const reading = await world.request({ dropId })
    await world.until(reading, ['review'])
    const quick = await world.request({ dropId, mode: 'dry-run' })
    expect((await world.until(quick, FINAL)).state).toBe('dry-run')
    expect(recorder.mixed()).toEqual([])
    await world.confirm(reading)
    expect((await world.until(reading, FINAL)).state).toBe('ordered')
    expect(await shop.orders(reading.email)).toBe(1)
    await worker.stop()
  },
  LONG_MS,
)

test.runIf(slow)(
  'a worker that was frozen for longer than its lease asks for its place again before it goes on',
  async () => {
    // The browser is awake all the time: what its page asks for meanwhile stands before the worker when it wakes up.
    const recorder = await record(shop.origin, {
      script: 'setInterval(() => fetch("/ping"), 900)',
      slowMs: 250,
    })
    const frozen = await world.openWorker()
    const dropId = await world.addDrop(recorder.origin)
    const first = await world.request({ dropId, mode: 'dry-run' })
    await expect.poll(() => recorder.met.length).toBeGreaterThan(2)
    frozen.process.kill('SIGSTOP')
    const other = await world.openWorker()
    const second = await world.request({ dropId, mode: 'dry-run' })
    // The other is there once the lease has run out; then both are awake.
    const walks = new Set(recorder.met.map(({ walk }) => walk))
    await expect.poll(() => recorder.met.some(({ walk }) => !walks.has(walk))).toBe(true)
    frozen.process.kill('SIGCONT')
    for (const purchase of [first, second]) expect((await world.until(purchase, FINAL)).state).toBe('dry-run')
    expect(recorder.overlapping()).toEqual([])
    await Promise.all([frozen.stop(), other.stop()])
  },
  LONG_MS,
)

test(
  'two runs of the command with journals of their own: one after the other',
  async () => {
    const bazaar = await startBazaar({ ...plainShop, checkout: 'one-page' })
    const recorder = await record(bazaar.origin)
    const url = bazaar.url.replace(bazaar.origin, recorder.origin)
    const runs = await Promise.all([newShopper().buy(url), newShopper().buy(url)])
    expect(runs.map(({ result }) => result.outcome)).toEqual(['ordered', 'ordered'])
    expect(recorder.mixed()).toEqual([])
    await bazaar.close()
  },
  LONG_MS,
)

test.runIf(slow)(
  'a run that was frozen while another one of the same bought does not buy',
  async () => {
    const bazaar = await startBazaar({ ...plainShop, checkout: 'one-page' })
    const recorder = await record(bazaar.origin, { slowMs: 150 })
    const url = bazaar.url.replace(bazaar.origin, recorder.origin)
    const shopper = newShopper()
    const frozen = shopper.start(url)
    await expect.poll(() => recorder.met.length).toBeGreaterThan(3)
    frozen.freeze(true)
    const { result } = await shopper.buy(url)
    expect(result.outcome).toBe('ordered')
    frozen.freeze(false)
    const { code, out } = await frozen.ended
    expect([code, JSON.parse(out)]).toMatchObject([4, { outcome: 'not-ordered', reason: 'refused' }])
    expect(bazaar.store.orders).toHaveLength(1)
    expect(recorder.overlapping()).toEqual([])
    await bazaar.close()
  },
  LONG_MS,
)

test(
  'a shop that takes the order and wants to be left alone for an hour: nobody knows, and nobody asks it again',
  async () => {
    const bazaar = await startBazaar({ ...plainShop, checkout: 'one-page' })
    const recorder = await record(bazaar.origin, {
      instead: (line) =>
        line === 'POST /order' ? { status: 503, headers: { 'retry-after': '3600' } } : undefined,
    })
    const url = bazaar.url.replace(bazaar.origin, recorder.origin)
    const shopper = newShopper()
    const { code, result } = await shopper.buy(url)
    expect([code, result.outcome]).toEqual([5, 'unknown-needs-member'])
    expect(recorder.met.at(-1)?.line).toBe('POST /order')
    const again = await shopper.buy(url)
    expect([again.code, again.result.outcome]).toEqual([5, 'unknown-needs-member'])
    const stranger = await newShopper().buy(url)
    expect([stranger.code, stranger.result.reason]).toEqual([3, 'policy'])
    expect(recorder.met.at(-1)?.line).toBe('POST /order')
    await bazaar.close()
  },
  LONG_MS,
)

test(
  'the time that a shop named to one run is kept by the next, though the first was killed',
  async () => {
    const bazaar = await startBazaar({ ...plainShop, checkout: 'one-page' })
    let refusals = 0
    const recorder = await record(bazaar.origin, {
      instead: (line) =>
        line.startsWith('GET /p/') && refusals++ === 0
          ? { status: 503, headers: { 'retry-after': String(NAMED_S) } }
          : undefined,
    })
    const url = bazaar.url.replace(bazaar.origin, recorder.origin)
    // A machine of its own: what runs remember of shops is in its folder for passing things.
    const machine = { TMPDIR: mkdtempSync(join(tmpdir(), 'snpd-machine-')) }
    const first = newShopper(undefined, machine).start(url)
    await expect.poll(() => namedTime(machine.TMPDIR)).toBeGreaterThan(Date.now())
    const refused = performance.now()
    await first.kill()
    const { result, err } = await newShopper(undefined, machine).buy(url)
    expect(result.outcome).toBe('ordered')
    expect(err).toContain('The shop asked to come back later; waiting.')
    const [last = 0, next = 0] = [0, 1].map(
      (at) =>
        recorder.met.filter(({ line, from }) => (at ? from > refused : line.startsWith('GET /p/')))[0]?.from,
    )
    expect(next - last).toBeGreaterThanOrEqual(NAMED_S * 1000)
    await bazaar.close()
  },
  LONG_MS,
)
