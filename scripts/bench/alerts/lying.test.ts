import { expect, test } from 'vitest'
import { countLies } from './lying.ts'

test('of shops whose metadata lies nothing is told that is not so', async () => {
  const { sizes, falseIn, falseOut, invented, unchanged } = await countLies(300, 7)
  expect({ falseIn, falseOut, invented }).toEqual({ falseIn: 0, falseOut: 0, invented: 0 })
  expect(sizes).toBeGreaterThan(1_700)
  expect(unchanged).toBeGreaterThan(80)
})
