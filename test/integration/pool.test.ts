import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startConsumer } from '../../adapters/queue/worker.ts'
import { seeded } from '../../core/random.ts'
import { queueEngines, type Served, startPool, type TestRequest } from '../support/pool.ts'

// Several worker processes on one queue, on both engines of it. The checkouts are stood in for (test/support/pool-worker.ts):
// what is proven here is who serves whom, when and how often. test/integration/pool-shop.test.ts walks real shops.

const PATIENCE = { timeout: 120_000, interval: 50 }
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const ends = (rows: Served[]) => rows.filter(({ ended }) => ended !== null)

/** Begun, each in its own right: nothing of it is served twice, and never by two at once. */
function expectOnce(rows: Served[], requests: TestRequest[]): void {
  expect(
    ends(rows)
      .map(({ request }) => request)
      .sort(),
  ).toEqual(requests.map(({ id }) => id).sort())
}

/**
 * The most that one who began had before them, waiting with an earlier turn. Each of those must have been in the hands of
 * another slot by then: so fewer than there are slots, however busy the machine is.
 */
function mostPassedOver(order: TestRequest[]): number {
  const waiting = ({ turn }: TestRequest, place: number) =>
    order.slice(place + 1).filter((later) => later.turn < turn).length
  return Math.max(...order.map(waiting))
}

describe.each(queueEngines())('a pool of processes on %s', (_, engine) => {
  test('serves by tier and age under load, each once, and lets a higher tier that comes late go first', async () => {
    const pool = await startPool(engine)
    const [PROCESSES, CONTEXTS] = [3, 2]
    const slots = PROCESSES * CONTEXTS
    const random = seeded(7)
    const asked = Array.from({ length: 80 }, () => ({ passTier: random(4), askedAt: minutesAgo(random(45)) }))
    const early = await Promise.all(asked.map(pool.add))
    await Promise.all(Array.from({ length: PROCESSES }, () => pool.open(CONTEXTS, 60)))
    await vi.waitUntil(async () => (await pool.served()).length >= 15, PATIENCE)
    // The oldest of the others count as made 75 minutes ago.
    const late = await Promise.all(
      Array.from({ length: 12 }, () => pool.add({ passTier: 6, askedAt: minutesAgo(30) })),
    )
    const addedAt = await pool.now()
    await vi.waitUntil(async () => ends(await pool.served()).length >= 92, PATIENCE)
    const rows = await pool.served()
    expectOnce(rows, [...early, ...late])
    expect(new Set(rows.map(({ pid }) => pid)).size).toBe(PROCESSES)

    const byId = new Map([...early, ...late].map((request) => [request.id, request]))
    const order = rows.flatMap(({ request }) => byId.get(request) ?? [])
    expect(mostPassedOver(order.filter((request) => early.includes(request)))).toBeLessThan(slots)

    // Taken before the late ones were there: at most one for each slot. Everyone else waits until all of those are taken.
    const after = rows.filter(({ began }) => began > addedAt)
    const isLate = ({ request }: Served) => late.some(({ id }) => id === request)
    const tooSoon = after.filter(
      (row, place) => !isLate(row) && after.slice(place).filter(isLate).length >= slots,
    )
    expect(tooSoon.length).toBeLessThanOrEqual(slots)
  })

  test('takes in another process at any time, and gives up none of the work of one that is killed or told to stop', async () => {
    const pool = await startPool(engine)
    const first = await pool.open(2, 400)
    const requests = await Promise.all(
      Array.from({ length: 24 }, () => pool.add({ passTier: 0, askedAt: minutesAgo(0) })),
    )
    await vi.waitUntil(async () => (await pool.served()).length >= 2, PATIENCE)
    const second = await pool.open(2, 400)
    const third = await pool.open(2, 400)
    const isAtWork = async ({ process: { pid } }: typeof first) =>
      (await pool.served()).some((row) => row.pid === pid && row.ended === null)
    await vi.waitUntil(() => isAtWork(second), PATIENCE)
    await second.kill()
    await vi.waitUntil(() => isAtWork(third), PATIENCE)
    expect(await third.stop()).toBe(0)
    await vi.waitUntil(async () => ends(await pool.served()).length >= requests.length, PATIENCE)
    const rows = await pool.served()
    expectOnce(rows, requests)
    const again = requests.filter(({ id }) => rows.filter(({ request }) => request === id).length > 1)
    expect(again.length).toBeGreaterThanOrEqual(1)
    expect(new Set(rows.map(({ pid }) => pid)).size).toBe(3)
  })

  test('a process that slept while another took over its work leaves it, and is free for other work', async () => {
    const pool = await startPool(engine)
    // Nobody ends by itself in the time of this test.
    const sleeper = await pool.open(1, 600_000)
    const first = await pool.add({ passTier: 0, askedAt: minutesAgo(0) })
    const isServed = async ({ id }: TestRequest, { process: { pid } }: typeof sleeper) =>
      (await pool.served()).some((row) => row.request === id && row.pid === pid)
    await vi.waitUntil(() => isServed(first, sleeper), PATIENCE)
    sleeper.process.kill('SIGSTOP')
    const other = await pool.open(1, 600_000)
    await vi.waitUntil(() => isServed(first, other), PATIENCE)
    const second = await pool.add({ passTier: 0, askedAt: minutesAgo(0) })
    sleeper.process.kill('SIGCONT')
    await vi.waitUntil(() => isServed(second, sleeper), PATIENCE)
    expect(await pool.served()).toHaveLength(3)
  })

  test('a request that its workers die of is given up, and its owner is told', async () => {
    const pool = await startPool(engine)
    const doomed = await pool.open(1, 600_000)
    const { id } = await pool.add({ passTier: 0, askedAt: minutesAgo(0) })
    await vi.waitUntil(async () => (await pool.served()).length === 1, PATIENCE)
    await doomed.kill()
    const [told, run] = [[] as string[], vi.fn(async () => undefined)]
    const gaveUp = async (request: string) => void told.push(request)
    const options = { engine: pool.at, concurrency: 1, run, gaveUp, onError: () => undefined, maxStalls: 0 }
    const consumer = startConsumer(options)
    onTestFinished(consumer.close)
    await vi.waitUntil(() => told.length > 0, PATIENCE)
    expect(told).toEqual([id])
    expect(run).not.toHaveBeenCalled()
  })
})
