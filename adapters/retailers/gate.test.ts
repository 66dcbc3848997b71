import { expect, test } from 'vitest'
import type { GateStore } from '../../core/manners/gate.ts'
import { openGate } from './gate.ts'

const ORIGIN = 'https://shop.example'

/** A memory that does not answer to so many rests. */
async function goIn(deaf: number) {
  const did: string[] = []
  const store: GateStore = {
    ask: async () => ({
      ...{ kind: 'in', key: { origin: ORIGIN, lease: '1' }, robots: undefined },
      budget: { tokens: 100, at: 0 },
    }),
    renew: async () => ({ tokens: 100, at: 0 }),
    leave: async () => void did.push('left'),
    rest: async (_, ms) => {
      if (deaf-- > 0) throw new Error('the database does not answer')
      did.push(ms > 6_000 && ms <= 7_000 ? 'rests' : `rests ${ms}`)
    },
    keepRobots: async () => undefined,
    keepCrawlDelay: async () => undefined,
  }
  const answer = await openGate(store).ask(ORIGIN, { id: '1', purpose: 'monitor' })
  if (answer.kind === 'wait') throw new Error('the gate is free')
  return { did, lease: answer.lease }
}
const later = { status: 429, retryAfterMs: 7_000 }

test('what a shop asks for is written down before anybody else is let in', async () => {
  const { did, lease } = await goIn(0)
  await lease.pushback(later)
  await lease.leave()
  expect(did).toEqual(['rests', 'left'])
})

test('a wait that could not be written down is written before the gate is left', async () => {
  const { did, lease } = await goIn(1)
  await expect(lease.pushback(later)).rejects.toThrow('does not answer')
  await lease.leave()
  expect(did).toEqual(['rests', 'left'])
})

test('who cannot write it down at all leaves nobody in: the lease runs out by itself', async () => {
  const { did, lease } = await goIn(2)
  await expect(lease.pushback(later)).rejects.toThrow('does not answer')
  await lease.leave()
  expect(did).toEqual([])
})
