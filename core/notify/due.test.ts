import { expect, test } from 'vitest'
import { defaultNotifications } from '../member/notifications.ts'
import { afterQuiet, minutesOf, nextAt, nextHour, wallClock } from './clock.ts'
import { dueOf } from './due.ts'

const newYork = 'America/New_York'
const quiet = { from: '22:30', to: '07:00', time_zone: newYork }
const due = (now: string, change: Partial<typeof defaultNotifications> = {}, isUrgent = false) => {
  const { at, gather } = dueOf({ ...defaultNotifications, ...change }, { now: new Date(now), isUrgent })
  return [at.toISOString(), gather]
}

test('without quiet hours and at once, now is when it is told', () => {
  expect(due('2026-11-23T03:12:07.500Z')).toEqual(['2026-11-23T03:12:07.500Z', false])
})

test('in quiet hours over midnight it waits for their end and is gathered; outside of them it does not', () => {
  // 22:30 to 07:00 in New York are 03:30 to 12:00 UTC in winter.
  expect(due('2026-11-23T03:29:59Z', { quiet })).toEqual(['2026-11-23T03:29:59.000Z', false])
  for (const now of ['2026-11-23T03:30:00Z', '2026-11-23T04:59:00Z', '2026-11-23T11:59:59Z'])
    expect(due(now, { quiet })).toEqual(['2026-11-23T12:00:00.000Z', true])
  expect(due('2026-11-23T12:00:00Z', { quiet })).toEqual(['2026-11-23T12:00:00.000Z', false])
})

test('quiet hours within one day, and of the whole day', () => {
  const noon = { from: '12:00', to: '13:30', time_zone: 'Europe/Berlin' }
  expect(due('2026-07-01T10:15:00Z', { quiet: noon })).toEqual(['2026-07-01T11:30:00.000Z', true])
  expect(due('2026-07-01T11:30:00Z', { quiet: noon })).toEqual(['2026-07-01T11:30:00.000Z', false])
  const always = { from: '08:00', to: '08:00', time_zone: 'UTC' }
  expect(due('2026-07-01T10:15:00Z', { quiet: always })).toEqual(['2026-07-02T08:00:00.000Z', true])
})

test('a night in which the clock is put forward or back ends by the clock on the wall', () => {
  // Forward on 8 March 2026 at 02:00: the night of 22:30 to 07:00 is an hour shorter. Back on 1 November: longer.
  expect(due('2026-03-08T04:00:00Z', { quiet })).toEqual(['2026-03-08T11:00:00.000Z', true])
  expect(due('2026-11-01T03:00:00Z', { quiet })).toEqual(['2026-11-01T12:00:00.000Z', true])
})

test('an end that the clock skips is when it has been skipped; one that comes twice is the first', () => {
  const until = (to: string) => ({ from: '22:00', to, time_zone: newYork })
  // 02:30 does not exist on 8 March: the clock goes from 01:59 to 03:00, at 07:00 UTC.
  expect(due('2026-03-08T06:10:00Z', { quiet: until('02:30') })).toEqual(['2026-03-08T07:00:00.000Z', true])
  // 01:30 comes twice on 1 November, at 05:30 and 06:30 UTC; between them the wall shows 01:00 again, which is quiet.
  expect(due('2026-11-01T04:00:00Z', { quiet: until('01:30') })).toEqual(['2026-11-01T05:30:00.000Z', true])
  expect(due('2026-11-01T06:10:00Z', { quiet: until('01:30') })).toEqual(['2026-11-01T06:30:00.000Z', true])
})

test('a checkout that needs its member is told at once at any hour and any pace', () => {
  expect(due('2026-11-23T05:00:00Z', { quiet, pace: 'daily' }, true)).toEqual([
    '2026-11-23T05:00:00.000Z',
    false,
  ])
})

test('hourly comes with the full hour of the wall, daily at nine, and neither in quiet hours', () => {
  expect(due('2026-11-23T05:10:00Z', { pace: 'hourly' })).toEqual(['2026-11-23T06:00:00.000Z', true])
  expect(due('2026-11-23T06:00:00Z', { pace: 'hourly' })).toEqual(['2026-11-23T07:00:00.000Z', true])
  const kolkata = { from: '01:00', to: '02:00', time_zone: 'Asia/Kolkata' }
  expect(due('2026-11-23T05:10:00Z', { pace: 'hourly', quiet: kolkata })).toEqual([
    '2026-11-23T05:30:00.000Z',
    true,
  ])
  expect(due('2026-11-23T04:00:00Z', { pace: 'hourly', quiet })).toEqual(['2026-11-23T12:00:00.000Z', true])
  expect(due('2026-11-23T05:10:00Z', { pace: 'daily' })).toEqual(['2026-11-23T09:00:00.000Z', true])
  expect(due('2026-11-23T09:00:00Z', { pace: 'daily' })).toEqual(['2026-11-24T09:00:00.000Z', true])
  expect(due('2026-11-23T05:10:00Z', { pace: 'daily', quiet })).toEqual(['2026-11-23T14:00:00.000Z', true])
})

test('whatever the zone and the day, quiet hours end at the first minute that is not quiet', () => {
  const zones = [
    newYork,
    'Europe/London',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Asia/Tokyo',
    'Africa/Casablanca',
  ]
  const days = [
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-10-04',
    '2026-10-25',
    '2026-11-01',
    '2026-06-15',
  ]
  for (const zone of zones) {
    const clock = wallClock(zone)
    for (const day of days)
      for (const [from, to] of [
        [1350, 420],
        [1320, 150],
        [60, 125],
      ] as const) {
        const isQuiet = (at: number) => {
          const minute = clock(new Date(at))
          return from < to ? minute >= from && minute < to : minute >= from || minute < to
        }
        for (let hour = 0; hour < 24; hour += 5) {
          const start = Date.parse(`${day}T00:07:00Z`) + hour * 3_600_000
          let expected = start
          while (isQuiet(expected)) expected += 60_000
          const found = afterQuiet(new Date(start), { from, to }, clock)
          expect([zone, day, hour, from, found.toISOString()]).toEqual([
            ...[zone, day, hour, from],
            new Date(expected).toISOString(),
          ])
        }
      }
  }
})

test('a time of day that a day does not have is when it was passed', () => {
  const clock = wallClock(newYork)
  expect(nextAt(new Date('2026-03-08T06:00:00Z'), minutesOf('02:30'), clock).toISOString()).toBe(
    '2026-03-08T07:00:00.000Z',
  )
  expect(nextHour(new Date('2026-03-08T06:59:59Z'), clock).toISOString()).toBe('2026-03-08T07:00:00.000Z')
})
