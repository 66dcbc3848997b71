import type { Happening } from '../../../core/happening/shape.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/happening/when.ts'
import { locale } from '../messages/locale.ts'

const dateFormat = (timeZone: string) =>
  new Intl.DateTimeFormat(locale.format, { timeZone, weekday: 'short', month: 'short', day: 'numeric' })
const hourFormat = (timeZone: string, withZone: boolean) =>
  new Intl.DateTimeFormat(locale.format, {
    ...{ timeZone, hour: 'numeric', minute: '2-digit' },
    ...(withZone && { timeZoneName: 'short' }),
  })

type When = Pick<Happening, 'starts_at' | 'ends_at' | 'whole_day' | 'zone'>

/** "Sat, May 9, 10:00 AM to 12:30 PM CDT": on the clock of the place. */
export function whenText({ starts_at, ends_at, whole_day, zone }: When): string {
  const [start, end] = [new Date(starts_at), ends_at === null ? undefined : new Date(ends_at)]
  const day = dateFormat(zone)
  if (whole_day) return fill(words.noHour, { day: day.format(start) })
  const from = `${day.format(start)}, ${hourFormat(zone, end === undefined).format(start)}`
  if (!end) return from
  const isSameDay = day.format(start) === day.format(end)
  return fill(words.fromTo, {
    from,
    to: `${isSameDay ? '' : `${day.format(end)}, `}${hourFormat(zone, true).format(end)}`,
  })
}
