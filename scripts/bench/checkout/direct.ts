import type { Page } from 'playwright-core'
import { type BazaarOptions, plainShop } from '../../../test/fixtures/shops/bazaar/options.ts'

// What somebody would write who buys at one shop that they know, once and for this page: no more waiting than the shop
// makes necessary, no look at anything else.

export type Direct = {
  options: BazaarOptions
  /** From the product page to the words that thank for the order. */
  buy: (page: Page, url: string) => Promise<void>
}

const CARD = '4539578763621486'

type Labels = { [label: string]: string }

async function fill(page: Page, labels: Labels): Promise<void> {
  for (const [label, value] of Object.entries(labels))
    await page.getByLabel(label, { exact: false }).fill(value)
}

const english: Labels = {
  ...{
    'Email address': 'kim@example.org',
    'First name': 'Kim',
    'Last name': 'Rivera',
    Phone: '+15035550123',
  },
  ...{ 'Street address': '12 Canal St', City: 'Portland', 'ZIP code': '97201' },
}

async function address(page: Page): Promise<void> {
  await fill(page, english)
  await page.getByLabel('Country').selectOption('US')
  await page.getByLabel('State').selectOption('OR')
  await page.getByLabel('Send me offers').uncheck()
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name }).click()
const thanked = (page: Page, words = 'Thank you for your order!') => page.getByText(words).waitFor()

/** Delivery, payment and the last page, of shops with a page for each. */
async function steps(page: Page): Promise<void> {
  await press(page, 'Continue')
  await page.getByLabel('Standard').check()
  await press(page, 'Continue')
  await page.getByLabel('Cash on delivery').check()
  await press(page, 'Continue')
  await press(page, 'Place order')
  await thanked(page)
}

const shop = (options: Partial<BazaarOptions> & { name: string }, buy: Direct['buy']): Direct => ({
  options: { ...plainShop, ...options },
  buy,
})

const plain = shop({ name: 'a list, a page for each step' }, async (page, url) => {
  await page.goto(url)
  await page.getByLabel('Size').selectOption('v10')
  await press(page, 'Add to cart')
  await follow(page, 'Checkout')
  await address(page)
  await steps(page)
})

const buttons = shop({ name: 'buttons that wake', picker: 'buttons' }, async (page, url) => {
  await page.goto(url)
  await press(page, '10')
  await press(page, 'Add to cart')
  await follow(page, 'Checkout')
  await address(page)
  await steps(page)
})

const spa = shop(
  { name: 'built by a script, each part late', rendering: 'spa', terms: true },
  async (page, url) => {
    await page.goto(url)
    await page.getByRole('radio', { name: '10', exact: true }).click()
    await press(page, 'Add to cart')
    await press(page, 'Checkout')
    const names = { mail: 'kim@example.org', given: 'Kim', family: 'Rivera', phone: '+15035550123' }
    const where = { street: '12 Canal St', city: 'Portland', zip: '97201' }
    for (const [name, value] of Object.entries({ ...names, ...where }))
      await page.locator(`[name=${name}]`).fill(value)
    await page.locator('[name=country]').selectOption('US')
    await press(page, 'Continue')
    await page.getByLabel('Standard').check()
    await press(page, 'Continue')
    await page.getByLabel('Cash on delivery').check()
    await page.getByLabel('I agree').check()
    await press(page, 'Place order')
    await thanked(page)
  },
)

const onePage = shop(
  {
    ...{ name: 'one page, home-made lists, a banner', checkout: 'one-page', picker: 'divs', banner: true },
    ...{ terms: true, country: 'combobox' },
  },
  async (page, url) => {
    const noCookies = () => press(page, 'Reject all')
    await page.goto(url)
    await noCookies()
    await page.getByText('10', { exact: true }).click()
    await press(page, 'Add to cart')
    await noCookies()
    await follow(page, 'Checkout')
    await noCookies()
    await fill(page, english)
    await page.getByRole('combobox', { name: 'Country' }).click()
    await page.getByRole('option', { name: 'United States' }).click()
    await page.getByLabel('State').selectOption('OR')
    await page.getByLabel('Send me offers').uncheck()
    await page.getByLabel('Standard').check()
    await page.getByLabel('Cash on delivery').check()
    await page.getByLabel('I agree').check()
    await press(page, 'Place order')
    await thanked(page)
  },
)

const card = shop(
  {
    ...{ name: 'a card in a frame', checkout: 'one-page', payments: ['card'], card: 'frame' },
    shipping: false,
  },
  async (page, url) => {
    await page.goto(url)
    await page.getByLabel('Size').selectOption('v10')
    await press(page, 'Add to cart')
    await follow(page, 'Checkout')
    await address(page)
    const frame = page.frameLocator('iframe')
    await frame.getByPlaceholder('1234').fill(CARD)
    await frame.getByPlaceholder('MM / YY').fill('12/31')
    await frame.getByPlaceholder('CVC').fill('739')
    await press(page, 'Place order')
    await thanked(page)
  },
)

const german = shop(
  {
    ...{ name: 'German, links as sizes, guest or account', language: 'de', currency: 'EUR', state: 'none' },
    ...{ country: 'name', picker: 'links', house: true, addOn: true, quantity: 2, account: 'choice' },
  },
  async (page, url) => {
    await page.goto(url)
    await page.getByRole('link', { name: 'US 10', exact: false }).click()
    await page.locator('[name=quantity]').fill('1')
    await page.locator('[name=wrap]').uncheck()
    await page.locator('#add').click()
    await page.locator('main a').click()
    await page.locator('form[action="/checkout"] button').click()
    const names = { mail: 'kim@example.org', given: 'Kim', family: 'Rivera', phone: '+15035550123' }
    const where = { street: 'Canal St', house: '12', city: 'Portland', zip: '97201' }
    for (const [name, value] of Object.entries({ ...names, ...where }))
      await page.locator(`[name=${name}]`).fill(value)
    await page.locator('[name=country]').selectOption({ label: 'Vereinigte Staaten' })
    await page.locator('[name=news]').uncheck()
    await page.locator('main form button').click()
    await page.locator('[value=standard]').check()
    await page.locator('main form button').click()
    await page.locator('[value=cod]').check()
    await page.locator('main form button').click()
    await page.locator('main form button').click()
    await page.getByText(/BZ-\d+/).waitFor()
  },
)

const listbox = shop(
  {
    ...{
      name: 'a listbox, placeholders only',
      picker: 'listbox',
      labels: 'placeholder',
      checkout: 'one-page',
    },
  },
  async (page, url) => {
    await page.goto(url)
    await press(page, 'Select a size')
    await page.getByRole('option', { name: '10', exact: true }).click()
    await press(page, 'Add to cart')
    await follow(page, 'Checkout')
    for (const [label, value] of Object.entries(english)) await page.getByPlaceholder(label).fill(value)
    await page.getByLabel('Country').selectOption('US')
    await page.getByLabel('State').selectOption('OR')
    await page.getByLabel('Send me offers').uncheck()
    await page.getByLabel('Standard').check()
    await page.getByLabel('Cash on delivery').check()
    await press(page, 'Place order')
    await thanked(page)
  },
)

const radio = shop(
  { name: 'radios without boxes, a guest is a choice', picker: 'radio', account: 'choice' },
  async (page, url) => {
    await page.goto(url)
    await page.locator('label[for=r10]').click()
    await press(page, 'Add to cart')
    await follow(page, 'Checkout')
    await press(page, 'Checkout as guest')
    await address(page)
    await steps(page)
  },
)

/** Shops of the conformance suite, each with a script of its own. */
export const directs: readonly Direct[] = [plain, buttons, spa, onePage, card, german, listbox, radio]
