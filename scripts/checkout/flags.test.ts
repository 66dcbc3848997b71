import { expect, test } from 'vitest'
import { parseFlags } from './flags.ts'
import { limitFor } from './limit.ts'

const auto = ['--url', 'https://shop.example/p', '--mode', 'auto', '--profile', 'me.json']

test.each([
  ['150.00', 'USD', 15_000, 'USD'],
  ['150', 'EUR', 15_000, 'EUR'],
  ['19,99 EUR', 'EUR', 1_999, 'EUR'],
  ['EUR 150', 'USD', 15_000, 'EUR'],
  ['16500', 'JPY', 16_500, 'JPY'],
  ['0.29', 'USD', 29, 'USD'],
])('--max-total %s at a shop of %s is %d %s', (text, shop, ...limit) => {
  const flags = parseFlags([...auto, '--max-total', text])
  expect(flags && limitFor(flags, shop)).toEqual({ minor: limit[0], currency: limit[1] })
})

test('review is the default; auto spends nothing without a limit and somebody to spend for', () => {
  expect(parseFlags(['--site', 'nike', '--sku', '12345'])).toMatchObject({
    mode: 'review',
    size: '',
    json: false,
  })
  expect(() => parseFlags(auto)).toThrow('--max-total')
  expect(() => parseFlags([...auto.slice(0, 4), '--max-total', '1'])).toThrow('--profile')
  for (const zero of ['0', '0.00', 'free'])
    expect(() => parseFlags([...auto, '--max-total', zero])).toThrow('above zero')
})

test('one thing to buy, said in one way', () => {
  for (const args of [[], ['--site', 'nike'], ['--url', 'x', '--site', 'nike', '--sku', '1']])
    expect(() => parseFlags(args)).toThrow('either --url, or --site together with --sku')
  expect(() => parseFlags(['--site', 'nike', '--sku', '../..'])).toThrow('--sku must be')
  expect(() => parseFlags(['--nope'])).toThrow("'--nope'")
})
