import { expect, test } from 'vitest'
import { readLaunch } from './launch.ts'

const now = Date.parse('2026-11-23T10:00:00Z')
const seconds = (text: string, instants: string[] = []) => {
  const at = readLaunch(text, instants, now)
  return at && (at.getTime() - now) / 1000
}

test.each([
  ['Coming soon: 00:01:05', 65],
  ['Launches in 2:03:04:05', ((2 * 24 + 3) * 60 + 4) * 60 + 5],
  ['Available in 0 days 1 h 00 m 03 s', 3603],
  ['Launching: 03 min 07 sec', 187],
  ['Erscheint in 1 Tag 2 Std 3 Minuten 4 Sekunden', ((24 + 2) * 60 + 3) * 60 + 4],
])('a countdown says when: %s', (text, left) => {
  expect(seconds(text)).toBe(left)
})

test('an instant goes before a countdown, the earliest of several, and one that has just passed still counts', () => {
  expect(seconds('Launches 00:10:00', ['2026-11-23T10:00:30Z', '2026-11-25T10:00:00Z'])).toBe(30)
  expect(seconds('Coming soon', ['2026-11-23T09:59:30Z'])).toBe(-30)
})

test('a page that speaks of no launch, or names no time, has none', () => {
  expect(seconds('Order within 02:10:11 to get it tomorrow')).toBeNull()
  expect(seconds('Coming soon')).toBeNull()
  expect(seconds('Coming soon', ['2026-11-20T10:00:00Z', 'never'])).toBeNull()
  expect(seconds('Coming soon', ['2026-11-25', '2026-11-25T10:00', '5 days'])).toBeNull()
})
