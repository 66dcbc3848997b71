import { daysOfMonth } from './month.ts'

/** The address of a calendar page, as it stands in the URL: whatever somebody typed there. */
export type Asked = { month?: string | string[]; sneaker?: string | string[]; store?: string | string[] }

/** Which calendar: a month, 2026-05, of one pair or shop or of all. */
export type CalendarOf = { month: string; sneaker?: string; store?: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const idOf = (value: Asked[keyof Asked]) =>
  typeof value === 'string' && uuid.test(value) ? value : undefined

/** The calendar that is meant; what cannot be read is left out, and no month is the present one. */
export function askedOf({ month, sneaker: pair, store: shop }: Asked, now: Date): CalendarOf {
  const sneaker = idOf(pair)
  const store = idOf(shop)
  const isMonth = typeof month === 'string' && /^(19[789]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/.test(month)
  return {
    month: isMonth ? month : now.toISOString().slice(0, 7),
    ...(sneaker && { sneaker }),
    ...(store && { store }),
  }
}

/** Its page; without a month the present one's. */
export function calendarHref({ month, sneaker, store }: Partial<CalendarOf>): string {
  const query = new URLSearchParams({
    ...(month && { month }),
    ...(sneaker && { sneaker }),
    ...(store && { store }),
  }).toString()
  return `/calendar${query && '?'}${query}`
}

const filters = ({ sneaker, store }: Omit<CalendarOf, 'month'>) => ({
  ...(sneaker && { sneaker_id: sneaker }),
  ...(store && { store_id: store }),
})

/** Its releases below the API. */
export function releasesPath({ month, ...of }: CalendarOf): string {
  return `/releases?${new URLSearchParams({ ...daysOfMonth(month), ...filters(of) })}`
}

/** The calendar to subscribe to, of every month. */
export function feedPath(of: Omit<CalendarOf, 'month'>): string {
  const query = new URLSearchParams(filters(of)).toString()
  return `/api/releases.ics${query && '?'}${query}`
}
