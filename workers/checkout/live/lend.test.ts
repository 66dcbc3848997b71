import { expect, onTestFinished, test } from 'vitest'
import { GivenBack } from '../../../adapters/queue/worker.ts'
import type { Walk } from '../../../adapters/retailers/adapter.ts'
import { beginWalk } from '../../../db/purchases/progress.ts'
import { startCheckoutWorld } from '../../../test/support/checkout.ts'
import type { CheckoutDeps } from '../deps.ts'
import { type Handover, lendToMember } from './lend.ts'

test('a walk that had to leave lends nobody its closed page: another worker may walk already', async () => {
  const asked: string[] = []
  const sql = new Proxy(() => undefined, {
    get: (_, name) => void asked.push(String(name)),
    apply: () => void asked.push('a statement'),
  })
  const closed: string[] = []
  const line = { address: '127.0.0.1:1', key: new Uint8Array(32) }
  const lines = { open: (id: string) => ({ ...line, close: () => void closed.push(id) }) }
  const deps = { sql, lines, settings: { liveSeconds: 60 }, draining: AbortSignal.abort() }
  const page = { setViewportSize: () => Promise.reject(new Error('closed')) }
  const walk = { page, facts: { helped: false } } as unknown as Walk
  const handover: Handover = {
    kind: 'handover',
    reason: 'unknown-page',
    resume_url: null,
    detail: 'no way on',
  }
  const lending = lendToMember(deps as unknown as CheckoutDeps, { id: 'a', walk, handover, isBehind: false })
  await expect(lending).rejects.toBeInstanceOf(GivenBack)
  expect({ asked, closed }).toEqual({ asked: [], closed: ['a'] })
})

test('what a page that its member typed into says of a card is not kept when it is lent again', async () => {
  const world = await startCheckoutWorld()
  onTestFinished(world.close)
  const dropId = await world.addDrop('https://shop.example')
  const asked = await world.request({ dropId, hint: false })
  const { id } = asked
  await beginWalk(world.sql, { id, note: { step: null, message: 'test' } })
  const page = { setViewportSize: async () => undefined, isClosed: () => false }
  const walk = { page, facts: { helped: true } } as unknown as Walk
  const deps = {
    ...{ sql: world.sql, settings: { liveSeconds: 60 }, draining: new AbortController().signal },
    lines: { open: () => ({ address: '127.0.0.1:1', key: new Uint8Array(32), close: () => undefined }) },
    watch: { change: () => new Promise((resolve) => setTimeout(resolve, 20)) },
  }
  const detail = 'The shop says: "4242 4242 4242 4242 was declined"'
  const handover: Handover = { kind: 'handover', reason: 'payment', resume_url: null, detail }
  const lending = lendToMember(deps as unknown as CheckoutDeps, { id, walk, handover, isBehind: false })
  const kept = () =>
    world.sql<{ detail: string }[]>`select detail from app.live_page where request_id = ${id}`
  await expect.poll(async () => (await kept()).length).toBe(1)
  expect((await kept())[0]?.detail).not.toContain('4242')
  await world.cancel(asked)
  expect(await lending).toBe('over')
})
