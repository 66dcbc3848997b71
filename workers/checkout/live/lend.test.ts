import { expect, test } from 'vitest'
import { GivenBack } from '../../../adapters/queue/worker.ts'
import type { Walk } from '../../../adapters/retailers/adapter.ts'
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
