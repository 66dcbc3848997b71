import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Walk } from '../../../adapters/retailers/adapter.ts'
import type { CheckoutDeps } from '../deps.ts'
import { handsOf } from './press.ts'

test('an order that is under way stays so when a later press cannot be passed on: its page keeps its place at the shop', async () => {
  const answers = [Promise.resolve([{ state: 'submitting' }])]
  const sql = () => answers.shift() ?? Promise.reject(new Error('the connection is lost'))
  const adapter = { buyPress: async () => ({ total: null, quantity: null }) }
  const deps = { sql, adapter } as unknown as CheckoutDeps
  const walk = { facts: { title: 'Pair' }, size: '10' } as unknown as Walk
  const page = {} as unknown as Page
  const hands = handsOf(deps, { id: 'a', walk, isBehind: false })
  const press = () => hands.allow({ kind: 'down', x: 1, y: 1, clicks: 1, on: { width: 2, height: 2 } }, page)
  await press()
  expect(hands.isBehind()).toBe(true)
  await expect(press()).rejects.toThrow('cannot be bought right now')
  expect(hands.isBehind()).toBe(true)
})
