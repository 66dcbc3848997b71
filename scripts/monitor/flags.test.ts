import { expect, test } from 'vitest'
import { parseMonitorFlags } from './flags.ts'

const url = 'https://shop.example/products/tern'

test('times are said in their units, seconds where there is none', () => {
  const every = (time: string) => parseMonitorFlags(['--url', url, '--every', time])?.everyMs
  expect(['500ms', '5s', '2.5', '1m', '2h'].map(every)).toEqual([500, 5_000, 2_500, 60_000, 7_200_000])
  expect(parseMonitorFlags(['--url', url])).toMatchObject({ everyMs: 5_000, once: false, json: false })
})

test('what is no command line is refused with its reason', () => {
  const refused = [
    [[], '--url must be the address of a product page.'],
    [['--url', url, '--every', 'soon'], '--every must be a time above zero'],
    [['--url', url, '--every', '0s'], '--every must be a time above zero'],
    [['--url', url, '--once', '--for', '1m'], 'Say either --once or --for.'],
    [['--url', url, '--fast'], "Unknown option '--fast'"],
  ] as const
  for (const [args, message] of refused)
    expect(() => parseMonitorFlags([...args])).toThrow(
      expect.objectContaining({ code: 'config.invalid', message: expect.stringContaining(message) }),
    )
  expect(parseMonitorFlags(['--help'])).toBeUndefined()
})
