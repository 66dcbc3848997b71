import { expect, test } from 'vitest'
import { quote } from './quote.ts'

const page = `Corner Sneakers
Cart
Thank you, your order is placed

Order number CN-1234. We have sent a note to ana@example.com.
Halyard Court Low\t$150.00`

test('quotes the lines around the places, not the menu above nor the table below', () => {
  expect(quote(page, page.indexOf('your order'), page.indexOf('CN-1234'))).toBe(
    'Thank you, your order is placed / Order number CN-1234. We have sent a note to ana@example.com.',
  )
})

test('quotes a line once, whatever is found in it', () => {
  expect(quote(page, page.indexOf('note'), page.indexOf('Order number'))).toBe(
    'Order number CN-1234. We have sent a note to ana@example.com.',
  )
})

test('cuts a page without line breaks at words', () => {
  const soup = `${'menu '.repeat(40)}Order number CN-1234 ${'footer '.repeat(40)}`
  const said = quote(soup, soup.indexOf('Order number'))
  expect(said).toMatch(/^… menu .*Order number CN-1234 .*footer …$/)
  expect(said.length).toBeLessThan(220)
})
