import { expect, test } from 'vitest'
import { type Heartbeat, judgeBrowser, judgeIndexer, judgeWorkers } from './judge.ts'

const now = new Date('2026-01-01T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const mirror = (seconds: number) => ({
  chainId: 1,
  blockNumber: 90,
  blockTime: null,
  heartbeatAt: ago(seconds),
  drift: null,
})
const beat = (component: string, seconds: number, detail = {}): Heartbeat => ({
  component,
  at: ago(seconds),
  detail,
})

test('an indexer that beats and keeps up is well', () => {
  expect(judgeIndexer(mirror(2), 92, now)).toEqual({
    status: 'ok',
    detail: 'At block 90, 2 behind the head.',
  })
  expect(judgeIndexer(mirror(2), undefined, now).status).toBe('ok')
})

test('one that is silent, far behind, or never ran is not', () => {
  expect(judgeIndexer(mirror(31), 90, now)).toEqual({
    status: 'degraded',
    detail: 'The indexer is silent for 31 s, at block 90.',
  })
  expect(judgeIndexer(mirror(2), 101, now).status).toBe('degraded')
  expect(judgeIndexer(undefined, 90, now).status).toBe('down')
})

test('one whose ledger is not the chain’s is down', () => {
  const drifted = { ...mirror(2), drift: '0xabc holds too much.' }
  expect(judgeIndexer(drifted, 90, now)).toEqual({
    status: 'down',
    detail: "The ledger is not the chain's, says the indexer's last audit: see its log.",
  })
})

test('workers: all, one of them, none', () => {
  expect(judgeWorkers([beat('workers', 1), beat('settle', 29), beat('relay', 2)], now).status).toBe('ok')
  const one = judgeWorkers([beat('workers', 40), beat('settle', 1), beat('relay', 1)], now)
  expect(one).toEqual({
    status: 'degraded',
    detail: 'Of the workers, the checkout worker is silent for 40 s.',
  })
  expect(judgeWorkers([beat('workers', 1)], now).detail).toMatch(
    /the settle worker is not started yet and the relay worker is not/,
  )
  expect(judgeWorkers([], now).status).toBe('down')
})

test('of several checkout workers, those that live are counted; one that is gone is no trouble', () => {
  const load = (busy: number) => ({ busy, contexts: 4 })
  const others = [beat('settle', 1), beat('relay', 1)]
  const two = [...others, beat('workers:a:1', 1, load(1)), beat('workers:b:1', 2, load(3))]
  expect(judgeWorkers([...two, beat('workers:c:1', 300, load(4))], now)).toEqual({
    status: 'ok',
    detail: 'All are alive; checkout: 2 running, 4 of 8 pages in use.',
  })
  const gone = judgeWorkers([...others, beat('workers:a:1', 50), beat('workers:b:1', 40)], now)
  expect(gone.detail).toMatch(/the checkout worker is silent for 40 s/)
  const found = { browser: 'Chromium 153', browser_connected: true }
  expect(judgeBrowser([beat('workers:a:1', 1), beat('workers:b:1', 3, found)], now).status).toBe('ok')
  expect(judgeBrowser([beat('workers:a:1', 1), beat('workers:b:1', 40, found)], now).status).toBe('degraded')
})

test('the browser is what a live checkout worker says it has', () => {
  const found = { browser: 'Chromium 153', browser_connected: true }
  expect(judgeBrowser([beat('workers', 1, found)], now)).toEqual({ status: 'ok', detail: 'Chromium 153' })
  expect(judgeBrowser([beat('workers', 40, found)], now).status).toBe('degraded')
  expect(judgeBrowser([beat('workers', 1, { ...found, browser_connected: false })], now).status).toBe(
    'degraded',
  )
  expect(judgeBrowser([beat('workers', 1, { browser: null })], now).status).toBe('degraded')
})
