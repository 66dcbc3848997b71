import { expect, test } from 'vitest'
import { karma } from '../../../core/karma/amount.ts'
import { pathOf, spanOf, stepsOf } from './steps.ts'

const at = (second: number) => new Date(Date.UTC(2026, 2, 1) + second * 1000).toISOString()
const points = [
  { at: at(0), balance: String(karma(10)) },
  { at: at(30), balance: String(karma(4)) },
  { at: at(60), balance: String(karma(20)) },
]

test('the line steps where time has it, not where the next movement is, and lasts until now', () => {
  const path = pathOf(stepsOf(points), Date.parse(at(120)))
  expect(path).toBe('M0 116.0H0.0V62.0H150.0V94.4H300.0V8.0H600')
})

test('one movement of this very moment is a line, not a division by nothing', () => {
  const steps = stepsOf(points.slice(0, 1))
  expect(spanOf(steps, Date.parse(at(0)))).toEqual({ from: Date.parse(at(0)), to: Date.parse(at(1)) })
  expect(pathOf(steps, Date.parse(at(0)))).toMatch(/^M0 116\.0H0\.0V8\.0H600$/)
})

test('a clock that is behind the chain does not draw backwards', () => {
  const { to } = spanOf(stepsOf(points), Date.parse(at(10)))
  expect(to).toBe(Date.parse(at(60)))
})
