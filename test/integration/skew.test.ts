import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const HOUR_MS = 3_600_000

/** What a program says whose clock is an hour ahead. */
function say(program: string): string {
  const preload = `--import=${new URL('../support/skew.ts', import.meta.url)}`
  const env = { ...process.env, SKEW_MS: String(HOUR_MS) }
  return execFileSync(process.execPath, [preload, '-p', program], { env }).toString().trim()
}

test('a program finds its clock an hour ahead, however it asks, and told times as they are', () => {
  const before = Date.now()
  const told = JSON.parse(
    say('JSON.stringify([Date.now(), +new Date(), +new Date(5), +new Date("1970-01-01T00:00:01Z")])'),
  )
  expect(told.slice(2)).toEqual([5, 1_000])
  for (const time of told.slice(0, 2)) {
    expect(time).toBeGreaterThanOrEqual(before + HOUR_MS)
    expect(time).toBeLessThanOrEqual(Date.now() + HOUR_MS)
  }
  expect(say('structuredClone(new Date()) instanceof Date')).toBe('true')
})
