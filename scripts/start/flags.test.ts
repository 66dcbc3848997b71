import { expect, test } from 'vitest'
import { parseFlags } from './flags.ts'

test('no flags at all is the demo on port 3000', () => {
  const small = { port: 3000, data: '.snpd', fresh: false, workers: 1 }
  expect(parseFlags([])).toEqual({ ...small, demo: true, neighbour: true })
})

test('every flag', () => {
  expect(parseFlags(['--port', '4000', '--data=/x', '--fresh', '--no-demo', '--workers', '3'])).toEqual({
    port: 4000,
    data: '/x',
    fresh: true,
    workers: 3,
    demo: false,
    neighbour: true,
  })
})

test.each([
  [['--prot', '4000'], "Unknown option '--prot'."],
  [['--port', 'abc'], '--port must be a number.'],
  [['--port', '65535'], '--port must be at most 65531.'],
  [['--workers', '0'], '--workers must be 1 or more.'],
  [['web'], "Unexpected argument 'web'."],
])('%j is refused in one sentence', (args, message) => {
  expect(() => parseFlags(args)).toThrow(
    expect.objectContaining({ code: 'config.invalid', message: expect.stringContaining(message) }),
  )
})
