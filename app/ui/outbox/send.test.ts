import { expect, test } from 'vitest'
import { Problem } from '../api/problem.ts'
import { drain } from './send.ts'
import type { Outbox, Unsent } from './store.ts'

const NOW = Date.parse('2026-01-02T12:00:00Z')
const HOUR = 3_600_000

const unsent = (key: string, part: Partial<Unsent> = {}): Unsent => ({
  ...{ key, memberId: 'ann', input: { kind: 'intel', text: key }, photos: [], triedAt: NOW - HOUR },
  ...part,
})

/** An outbox in memory. */
function boxOf(...all: Unsent[]): Outbox & { all: Map<string, Unsent> } {
  const kept = new Map(all.map((one) => [one.key, one]))
  return {
    all: kept,
    list: async (memberId) => [...kept.values()].filter((one) => one.memberId === memberId),
    put: async (one) => void kept.set(one.key, one),
    remove: async (key) => void kept.delete(key),
  }
}

const refusal = (status: number, code: string) =>
  new Problem({ status, code, detail: 'No.', fix: 'Ask again.' })

/** Sends what is in the box as Ann; `answers` says what is thrown for a key. */
async function drained(box: Outbox, answers: Record<string, Problem> = {}) {
  const asked: string[] = []
  const send = async ({ key }: { key: string }) => {
    asked.push(key)
    if (answers[key]) throw answers[key]
  }
  const sent = await drain(box, { memberId: 'ann', now: () => NOW, send })
  return { asked, sent }
}

test('what waits goes out in the order it was written, and out of the box', async () => {
  const box = boxOf(unsent('a'), unsent('b'))
  expect(await drained(box)).toEqual({ asked: ['a', 'b'], sent: 2 })
  expect(box.all.size).toBe(0)
})

test('nothing goes out for another member', async () => {
  const box = boxOf(unsent('a', { memberId: 'ben' }))
  expect(await drained(box)).toEqual({ asked: [], sent: 0 })
  expect(box.all.size).toBe(1)
})

test.each([
  [0, 'offline'],
  [503, 'db.unreachable'],
  [429, 'limit.reached'],
  [409, 'idempotency.in-flight'],
  [401, 'auth.required'],
])('after %i %s the rest waits for another time, with the same key', async (status, code) => {
  const box = boxOf(unsent('a'), unsent('b'))
  expect(await drained(box, { a: refusal(status, code) })).toEqual({ asked: ['a'], sent: 0 })
  expect([...box.all.values()]).toEqual([unsent('a'), unsent('b')])
})

test('what was refused stays and says why, is not sent again by itself, and holds up nothing', async () => {
  const box = boxOf(unsent('a'), unsent('b'))
  const answers = { a: refusal(422, 'post.filtered') }
  expect(await drained(box, answers)).toEqual({ asked: ['a', 'b'], sent: 1 })
  expect(box.all.get('a')?.problem).toBe('No. Ask again.')
  expect(await drained(box, answers)).toEqual({ asked: [], sent: 0 })
})

test('a key that the API may have forgotten is not sent again by itself', async () => {
  const box = boxOf(unsent('a', { triedAt: NOW - 24 * HOUR }), unsent('b', { triedAt: NOW - 22 * HOUR }))
  expect(await drained(box)).toEqual({ asked: ['b'], sent: 1 })
  expect([...box.all.keys()]).toEqual(['a'])
})
