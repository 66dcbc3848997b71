import { expect, test } from 'vitest'
import { daysOfMonth, dayText, hourText, monthsAfter, monthText, weeksOf } from './month.ts'

test('months follow each other over the year, leap days included', () => {
  expect([monthsAfter('2026-12', 1), monthsAfter('2026-01', -1), monthsAfter('2026-05', 0)]).toEqual([
    ...['2027-01', '2025-12', '2026-05'],
  ])
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(daysOfMonth('2026-12').to).toBe('2026-12-31')
})

test('a month has each of its days once, in weeks of seven that begin on Sundays', () => {
  for (const month of ['2026-02', '2026-05', '2026-08', '2028-02', '2026-11']) {
    const weeks = weeksOf(month)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    const days = weeks.flat().filter((day) => day !== null)
    expect([days[0], days.at(-1)]).toEqual(Object.values(daysOfMonth(month)))
    expect(new Set(days).size).toBe(days.length)
    for (const [place, day] of weeks.flat().entries())
      if (day !== null) expect(new Date(day).getUTCDay()).toBe(place % 7)
    // No week of nothing.
    expect(weeks.every((week) => week.some((day) => day !== null))).toBe(true)
  }
})

test("days and hours are said as people say them, on the shop's clock", () => {
  expect(dayText('2026-05-09')).toBe('Saturday, May 9')
  expect(monthText('2026-05')).toBe('May 2026')
  expect(hourText('2026-05-09T15:00:00Z', 'America/Chicago').replace(/\s/g, ' ')).toBe('10:00 AM CDT')
})
