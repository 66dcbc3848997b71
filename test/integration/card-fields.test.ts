import { createServer } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { maskedScreenshot, openShopPage } from '../../adapters/browser/context.ts'
import type { PaymentDetails } from '../../adapters/retailers/adapter.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { beginWalk } from '../../adapters/retailers/walk.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { testBrowser } from '../support/browser.ts'
import { CANARY, CANARY_CODE } from '../support/shopper.ts'

const field = (name: string, label: string) => `<p><label>${label} <input name="${name}"></label></p>`
const plain = `<h1>Pay</h1><form>${field('f1', 'Card number')}${field('f2', 'MM / YY')}${field('f3', 'CVV')}${field('f4', 'Name on card')}</form>`
const picky = `<h1>Pay</h1><form><label>Card number <input id="n" autocomplete="cc-number"></label><script>
document.getElementById('n').addEventListener('input', (e) => { e.target.value = e.target.value.replace(/\\D/g, '').slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ') })</script></form>`
const pages: Record<string, string> = { '/plain': plain, '/picky': picky }

const keeper = testBrowser()
const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end(pages[request.url ?? ''] ?? '')
})
const port = await freePort()
await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
afterAll(async () => {
  await keeper.close()
  server.closeAllConnections()
})

const card = { number: CANARY.number, name: CANARY.name, expMonth: 12, expYear: 2031 }
const buyer = {
  email: 'kim@example.org',
  name: 'Kim',
  street: '',
  city: '',
  state: '',
  zip_code: '',
  country: '',
}

async function pay(path: string, details: PaymentDetails | null) {
  const origin = `http://127.0.0.1:${port}`
  const { page, close } = await openShopPage(await keeper.get(), { origins: [origin] })
  await page.goto(origin + path)
  const productUrl = new URL(path, origin)
  const walk = beginWalk({ page, productUrl, size: '10', buyer, payment: async () => details })
  return { page, close, said: universalAdapter.walk.payment(walk) }
}

test('a card is filled in by what its fields are called, said without a digit, and black in every picture', async () => {
  const { page, close, said } = await pay('/plain', { card, code: CANARY_CODE })
  expect(await said).toBe('Filled in the card.')
  const inputs = page.locator('input')
  const values = await inputs.evaluateAll((all) => all.map((el) => (el as HTMLInputElement).value))
  expect(values).toEqual([CANARY.number, '12/31', CANARY_CODE, CANARY.name])
  const masked = await maskedScreenshot(page)
  for (const input of await inputs.all()) await input.fill('1')
  const other = await maskedScreenshot(page)
  await close()
  expect(Buffer.compare(masked, other)).toBe(0)
})

test('a field that forms what is typed gets the number all the same', async () => {
  const { page, close, said } = await pay('/picky', { card, code: null })
  expect(await said).toBe('Filled in the card.')
  expect((await page.locator('input').inputValue()).replaceAll(' ', '')).toBe(CANARY.number)
  await close()
})

test.each([
  ['no card', null],
  ['no code', { card, code: null }],
])('%s to give: over to the person', async (_, details) => {
  const { close, said } = await pay('/plain', details)
  await expect(said).rejects.toMatchObject({ outcome: { kind: 'handover', reason: 'payment' } })
  await close()
})
