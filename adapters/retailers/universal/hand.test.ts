import { afterAll, expect, test } from 'vitest'
import { testBrowser } from '../../../test/support/browser.ts'
import type { Walk } from '../adapter.ts'
import { beginWalk } from '../walk.ts'
import { asksPerson, buyPress } from './hand.ts'

const keeper = testBrowser()
afterAll(() => keeper.close())

async function at(html: string): Promise<Walk> {
  const page = await (await keeper.get()).newPage()
  await page.setContent(`<html lang="en"><body>${html}</body></html>`)
  const buyer = { name: '', street: '', city: '', state: '', zip_code: '', country: 'US', email: '' }
  return beginWalk({
    page,
    productUrl: new URL('http://shop.test/p'),
    size: '10',
    buyer,
    payment: async () => null,
  })
}

async function centre({ page }: Walk, selector: string) {
  const box = await page.locator(selector).boundingBox()
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}

const till = (
  value: string,
) => `<form><label>Email <input type="email" name="email" required value="${value}"></label>
<label>Note <textarea id="note"></textarea></label><dl><dt>Total</dt><dd>$157.00</dd></dl>
<button type="button" id="coupon">Apply coupon</button><button id="buy">Place order</button></form>`

test('a press on the button that buys, or Enter in its form, could buy; beside it, in a text or on an unfinished form it could not', async () => {
  const walk = await at(till('k@example.org'))
  const bought = { total: { minor: 15_700, currency: 'USD' } }
  expect(await buyPress(walk, await centre(walk, '#buy'))).toMatchObject(bought)
  expect(await buyPress(walk, await centre(walk, '#coupon'))).toBeNull()
  await walk.page.locator('input').focus()
  expect(await buyPress(walk, 'Enter')).toMatchObject(bought)
  expect(await buyPress(walk, 'Space')).toBeNull()
  await walk.page.locator('#note').focus()
  expect(await buyPress(walk, 'Enter')).toBeNull()
  await walk.page.locator('#buy').focus()
  expect(await buyPress(walk, 'Space')).toMatchObject(bought)

  const unfinished = await at(till(''))
  expect(await buyPress(unfinished, await centre(unfinished, '#buy'))).toBeNull()
  expect(await buyPress(unfinished, 'Enter')).toBeNull()
})

test('a script’s button could buy whatever the form lacks, and Space presses an input that buys', async () => {
  const scripted = await at(till('').replace('<button id="buy">', '<button id="buy" type="button">'))
  expect(await buyPress(scripted, await centre(scripted, '#buy'))).not.toBeNull()
  const input = await at(
    till('k@example.org').replace(
      '<button id="buy">Place order</button>',
      '<input type="submit" id="buy" value="Place order">',
    ),
  )
  await input.page.locator('#buy').focus()
  expect(await buyPress(input, 'Space')).not.toBeNull()
})

test('a button that pays inside a frame counts where it is seen; a product page’s "Buy now" only fills a cart', async () => {
  const framed = await at(
    `<label>Email <input type="email"></label><iframe id="pay" srcdoc="<button>Pay now</button>"></iframe>`,
  )
  const box = await framed.page.frameLocator('#pay').getByRole('button').boundingBox()
  expect(await buyPress(framed, { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 })).not.toBeNull()
  expect(await buyPress(framed, { x: 600, y: 600 })).toBeNull()
  const product = await at(
    '<h1>Pair</h1><button id="add">Add to cart</button><button id="now">Buy now</button>',
  )
  expect(await buyPress(product, await centre(product, '#now'))).toBeNull()
})

test('a bank’s question is told from a thank-you', async () => {
  expect(await asksPerson(await at('<h1>Your bank</h1><p>Enter the one-time code we sent you.</p>'))).toMatch(
    /code/,
  )
  expect(await asksPerson(await at('<h1>Thank you, your order is placed</h1>'))).toBeNull()
})
