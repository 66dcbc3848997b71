import { locale } from '../messages/locale.ts'

const monthOf = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)
const parts = (month: string) => [Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1] as const

/** The month so many after this one; both as 2026-05. */
export function monthsAfter(month: string, count: number): string {
  const [year, index] = parts(month)
  return monthOf(year, index + count)
}

/** First and last day of a month. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year, index] = parts(month)
  return { from: `${month}-01`, to: new Date(Date.UTC(year, index + 1, 0)).toISOString().slice(0, 10) }
}

/** A month as its calendar page: weeks from Sunday on, of days, and null where a week has days of other months. */
export function weeksOf(month: string): (string | null)[][] {
  const [year, index] = parts(month)
  const before = new Date(Date.UTC(year, index, 1)).getUTCDay()
  const count = Number(daysOfMonth(month).to.slice(8))
  const cells = Array.from({ length: Math.ceil((before + count) / 7) * 7 }, (_, cell) => {
    const day = cell - before + 1
    return day < 1 || day > count ? null : `${month}-${String(day).padStart(2, '0')}`
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`)
const dayFormat = () =>
  new Intl.DateTimeFormat(locale.format, {
    ...{ weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' },
  })
const monthFormat = () =>
  new Intl.DateTimeFormat(locale.format, { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "Saturday, May 9" */
export const dayText = (day: string) => dayFormat().format(noon(day))
/** "May 2026" */
export const monthText = (month: string) => monthFormat().format(noon(`${month}-01`))

/** "10:00 AM CDT": the hour on the shop's own clock. */
export function hourText(at: string, zone: string): string {
  const format = { hour: 'numeric', minute: '2-digit', timeZone: zone, timeZoneName: 'short' } as const
  return new Intl.DateTimeFormat(locale.format, format).format(new Date(at))
}
