import { expect, test } from 'vitest'
import { parseEntryFlags } from './flags.ts'

test('review is the default; auto needs to know who enters', () => {
  expect(parseEntryFlags(['--url', 'https://shop.example/draw'])).toMatchObject({
    mode: 'review',
    size: '',
    json: false,
  })
  expect(() => parseEntryFlags(['--url', 'x', '--mode', 'auto'])).toThrow('--profile')
  expect(parseEntryFlags(['--help'])).toBeUndefined()
})

test.each([
  [[], '--url must be an address'],
  [['--url', 'x', '--receive', 'pigeon'], '--receive must be store or shipping'],
  [['--url', 'x', '--mode', 'maybe'], '--mode must be dry-run, review or auto'],
  [['--nope'], "'--nope'"],
])('a wrong command line says why: %j', (args, why) => {
  expect(() => parseEntryFlags(args)).toThrow(why)
})
