import { expect, test } from 'vitest'
import { requireState } from './require-state.ts'

test('an act at the wrong time is refused with the reason', () => {
  expect(() => requireState('offered', ['offered'])).not.toThrow()
  expect(() => requireState('expired', ['offered'])).toThrowError(
    expect.objectContaining({ code: 'trade.expired' }),
  )
  expect(() => requireState('completed', ['agreed'])).toThrowError(
    expect.objectContaining({ code: 'trade.state', fix: 'It has ended; make a new offer.' }),
  )
})
