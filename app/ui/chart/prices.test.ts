import { expect, test } from 'vitest'
import { drawPrices, HEIGHT, WIDTH } from './prices.ts'

const day = (day: string, low_minor: number, high_minor = low_minor) => ({
  day,
  low_minor,
  high_minor,
  seen: 1,
})

test('days stand along time, prices upwards, the retail price among them', () => {
  const days = [day('2026-01-01', 10_000), day('2026-01-02', 12_000, 20_000), day('2026-01-05', 15_000)]
  const { points, line, band, retailY } = drawPrices({ days, retailMinor: 15_000 })
  expect(points.map(({ x }) => x)).toEqual([0, WIDTH / 4, WIDTH])
  expect(points.map(({ y }) => Math.round(y))).toEqual([110, 90, 60])
  expect(retailY).toBe(60)
  expect(line).toBe('M0.0 110.0L150.0 90.0L600.0 60.0')
  expect(band).toBe('M0.0 110.0L150.0 10.0L600.0 60.0L600.0 60.0L150.0 90.0L0.0 110.0Z')
})

test('one day, and one price, stand in the middle', () => {
  const { points, retailY } = drawPrices({ days: [day('2026-01-01', 15_000)], retailMinor: 15_000 })
  expect(points).toEqual([{ x: WIDTH / 2, y: HEIGHT / 2, day: '2026-01-01' }])
  expect(retailY).toBe(HEIGHT / 2)
})
