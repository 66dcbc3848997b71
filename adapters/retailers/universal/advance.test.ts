import { afterAll, expect, test } from 'vitest'
import { testBrowser } from '../../../test/support/browser.ts'
import { beginWalk } from '../walk.ts'
import { advance } from './advance.ts'
import { shipping } from './shipping.ts'

const keeper = testBrowser()
afterAll(() => keeper.close())

const nobody = { email: '', name: '', street: '', city: '', state: '', zip_code: '', country: '' }

async function open(ways: string) {
  const page = await (await keeper.get()).newPage()
  await page.setContent(`<h1>Delivery</h1><fieldset><legend>Delivery method</legend>${ways}</fieldset>
<button onclick="document.querySelector('h1').textContent = 'Pressed'">Continue</button>`)
  const productUrl = new URL('http://127.0.0.1/')
  const walk = beginWalk({ page, productUrl, size: '10', buyer: nobody, payment: async () => null })
  return { walk, heading: () => page.locator('h1').textContent() }
}
const way = (label: string) => `<label><input type="radio" name="d" value="${label}">${label}</label>`

test('a choice that came after the steps had looked is left for them, and pressed past once it is made', async () => {
  const { walk, heading } = await open(way('Standard $5.00') + way('Express $9.00'))
  expect([await advance(walk), await heading()]).toEqual([true, 'Delivery'])
  expect(await shipping(walk)).toBe('Delivery: Standard $5.00.')
  expect([await advance(walk), await heading()]).toEqual([true, 'Pressed'])
})

test('a choice that nobody can make for the buyer is left open once, and then pressed past', async () => {
  const { walk, heading } = await open(
    way('Delivery to a locker: pick up') + way('Delivery to a store: pick up'),
  )
  expect([await advance(walk), await heading()]).toEqual([true, 'Delivery'])
  expect(await shipping(walk)).toBeNull()
  expect([await advance(walk), await heading()]).toEqual([true, 'Pressed'])
})

test('once an address is filled in, a link to the cart is the way back and not taken', async () => {
  const page = await (await keeper.get()).newPage()
  await page.setContent(
    `<header><button onclick="document.querySelector('h1').textContent = 'Cart'">Cart</button></header><h1>Till</h1>`,
  )
  const productUrl = new URL('http://127.0.0.1/')
  const walk = beginWalk({ page, productUrl, size: '10', buyer: nobody, payment: async () => null })
  walk.facts.tillSeen = true
  expect([await advance(walk), await page.locator('h1').textContent()]).toEqual([false, 'Till'])
  delete walk.facts.tillSeen
  expect([await advance(walk), await page.locator('h1').textContent()]).toEqual([true, 'Cart'])
})
