import { words } from '../messages/leaderboard/asked.ts'

/** The address of a board, as it stands in the URL: whatever somebody typed there. */
export type Asked = {
  city?: string | string[]
  street?: string | string[]
  period?: string | string[]
}

export const periods = {
  get week() {
    return words.thisWeek
  },
  get month() {
    return words.thisMonth
  },
  get all() {
    return words.allTime
  },
} as const
type PeriodName = keyof typeof periods

/** Which board: of everywhere, a city, or a street of that city. */
export type BoardOf = { city?: string; street?: string; period: PeriodName }

const isPeriod = (text: string): text is PeriodName => Object.hasOwn(periods, text)
/** H3 writes the resolution into the second digit. That the cell exists is the API's to say. */
const cellOf = (value: Asked[keyof Asked], resolution: number) =>
  typeof value === 'string' && new RegExp(`^8${resolution}[0-9a-f]{13}$`).test(value) ? value : undefined

/** The board that is meant; what cannot be read is left out. */
export function askedOf({ city: cityText, street: streetText, period }: Asked): BoardOf {
  const city = cellOf(cityText, 5)
  const street = city && cellOf(streetText, 8)
  return {
    ...(city && { city }),
    ...(street && { street }),
    period: typeof period === 'string' && isPeriod(period) ? period : 'week',
  }
}

/** The page of a board. */
export function boardHref({ city, street, period }: BoardOf): string {
  const query = new URLSearchParams()
  if (city) query.set('city', city)
  if (city && street) query.set('street', street)
  if (period !== 'week') query.set('period', period)
  const text = query.toString()
  return `/karma/leaderboard${text && '?'}${text}`
}

/** The same below the API. */
export function boardPath({ city, street, period }: BoardOf, cursor: string | null): string {
  const query = new URLSearchParams({ period })
  const cell = street ?? city
  if (cell) query.set('cell', cell)
  query.set('scope', street ? 'street' : city ? 'city' : 'overall')
  if (cursor) query.set('cursor', cursor)
  return `/karma/leaderboard?${query}`
}
