import { expect, test } from 'vitest'
import { parsePrice, statedPrice } from './price.ts'

const cases: [string, number, string | null][] = [
  ['$169.00', 16900, 'USD'],
  ['$1,234.50', 123450, 'USD'],
  ['1.234,50 €', 123450, 'EUR'],
  ['€ 12', 1200, 'EUR'],
  ['£7.5', 750, 'GBP'],
  ['¥12,800', 12800, 'JPY'],
  ['USD 20.00', 2000, 'USD'],
  ['150.00 CAD', 15000, 'CAD'],
  ['1 234,50 EUR', 123450, 'EUR'],
  ["1'234.50 CHF", 123450, 'CHF'],
  ['AUD $150.00', 15000, 'AUD'],
  ['CAD$150', 15000, 'CAD'],
  ['0.10', 10, null],
  ['Free', 0, null],
]

test.each(cases)('%s', (text, minor, currency) => {
  expect(parsePrice(text)).toEqual({ minor, currency })
})

test('what is no amount is not guessed', () => {
  for (const text of ['', 'Total', 'soon', '$']) expect(parsePrice(text)).toBeUndefined()
})

test.each([
  ['¥16,500', 16_500, 'JPY'],
  ['16 500 円', 16_500, 'JPY'],
  ['CA$ 150.00', 15_000, 'CAD'],
  ['1 299,00 zł', 129_900, 'PLN'],
  ["CHF 1'299.50", 129_950, 'CHF'],
  ['149,- €', 14_900, 'EUR'],
  ['CHF 1’299.00', 129_900, 'CHF'],
  ['CHF 159.–', 15_900, 'CHF'],
  ['159,– €', 15_900, 'EUR'],
])('%s is read exactly', (text, minor, currency) => {
  expect(parsePrice(text)).toEqual({ minor, currency })
})

test.each([
  ['Pay $169.00', 16_900],
  ['Jetzt bezahlen (1.169,00 €)', 116_900],
  ['注文を確定する (16,900円)', 16_900],
  ['2 items, $150', 15_000],
  ['Pay 169.00', 16_900],
])('%s speaks of money', (text, minor) => {
  expect(statedPrice(text)?.minor).toBe(minor)
})

test.each(['Place order (1 item)', 'Complete order, step 3 of 3', 'Buy now 10% off', 'Pay $169 (save $20)'])(
  '%s names no one amount',
  (text) => {
    expect(statedPrice(text)).toBeUndefined()
  },
)
