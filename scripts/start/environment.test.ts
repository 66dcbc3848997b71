import { expect, test } from 'vitest'
import { parseEnvironment, publicPart } from './environment.ts'

test('nothing set is fine, an empty variable is not set', () => {
  expect(parseEnvironment({ DATABASE_URL: '', HOME: '/x' })).toEqual({})
})

test('a wrong one is named and its value, maybe a secret, is not quoted', () => {
  const wrong = () => parseEnvironment({ REDIS_URL: 'http://user:hunter2@host' })
  expect(wrong).toThrow(
    expect.objectContaining({ code: 'config.invalid', message: expect.stringContaining('REDIS_URL') }),
  )
  expect(wrong).not.toThrow('hunter2')
})

test('children do not inherit secrets', () => {
  expect(
    publicPart({ JWT_KEY: 'x', DATABASE_URL: 'y', AWARDER_KEY: 'z', RELAYER_KEY: 'u', HOME: '/x' }),
  ).toEqual({
    HOME: '/x',
  })
})
