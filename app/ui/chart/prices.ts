import type { PriceDay } from '../../../core/catalog/shape.ts'

/** The picture's own units. */
export const [WIDTH, HEIGHT] = [600, 120]
/** Above the highest and below the lowest price. */
const EDGE = 10
const DAY_MS = 86_400_000

type Asked = { days: readonly PriceDay[]; retailMinor: number }

export type Drawn = {
  /** Between the lowest and the highest price of each day, to and fro: one closed path. */
  band: string
  /** Along the lowest prices. */
  line: string
  /** Where what the pair costs in shops is. */
  retailY: number
  points: { x: number; y: number; day: string }[]
}

/** The days along time and the prices upwards, with what it costs in shops always in the picture. Pure. */
export function drawPrices({ days, retailMinor }: Asked): Drawn {
  const at = (day: string) => Date.parse(day) / DAY_MS
  const first = at(days[0]?.day ?? '')
  const span = Math.max(1, at(days.at(-1)?.day ?? '') - first)
  const all = [retailMinor, ...days.flatMap(({ low_minor, high_minor }) => [low_minor, high_minor])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  // One day stands in the middle, and so does one price.
  const x = (day: string) => (days.length === 1 ? WIDTH / 2 : ((at(day) - first) / span) * WIDTH)
  const y = (minor: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((minor - low) / (high - low)) * (HEIGHT - 2 * EDGE)
  const text = (day: string, minor: number) => `${x(day).toFixed(1)} ${y(minor).toFixed(1)}`
  const lows = days.map(({ day, low_minor }) => text(day, low_minor))
  const highs = days.map(({ day, high_minor }) => text(day, high_minor))
  return {
    band: `M${[...highs, ...lows.toReversed()].join('L')}Z`,
    line: `M${lows.join('L')}`,
    retailY: y(retailMinor),
    points: days.map(({ day, low_minor }) => ({ x: x(day), y: y(low_minor), day })),
  }
}
