import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { openCheckoutKeys } from '../../adapters/keys/checkout.ts'
import { keyFiles } from '../../adapters/keys/files.ts'
import { openCard } from '../../core/payment/open.ts'
import { fromBase64url } from '../../core/vault/bytes.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'

const NUMBER = '5555 5555 5555 4444'
/** Where the number begins, however it is written; ids have such digits in their midst now and then. */
const LEAK = /(?<![\da-f.-])5555|Rivera/

async function typeCard(page: Page, label: string): Promise<void> {
  await page.getByLabel('Card number').fill(NUMBER)
  await page.getByLabel('Name on the card').fill('Kim Rivera')
  await page.getByLabel('Good until').fill('12/31')
  await page.getByLabel('What you call it').fill(label)
}

const seal = (page: Page) => page.getByRole('button', { name: 'Seal and keep' }).click()

test('a card is sealed in the browser, opened by the workers’ key alone, replaced and forgotten', async ({
  open,
  stack,
}) => {
  const hal = await open(phone)
  await tryIt(hal)
  const sent: string[] = []
  hal.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await hal.goto('/me/payment')
  await typeCard(hal, 'Blue one')
  const put = hal.waitForRequest((request) => request.method() === 'PUT')
  await seal(hal)
  await expect(hal.getByRole('heading', { name: 'Sealed and kept' })).toBeVisible()
  await expect(hal.getByText('Blue one')).toBeVisible()

  const { key_id: keyId, sealed } = (await put).postDataJSON() as Record<string, string>
  const { id } = (await (await hal.request.get('/api/me')).json()) as { id: string }
  const keys = openCheckoutKeys(keyFiles(join(stack.data, 'keys')).checkout)
  const bytes = fromBase64url(sealed ?? '') ?? new Uint8Array()
  expect(await openCard(keys, id, { keyId: keyId ?? '', sealed: bytes })).toEqual({
    number: NUMBER.replaceAll(' ', ''),
    name: 'Kim Rivera',
    expMonth: 12,
    expYear: 2031,
  })
  // Neither what was sent nor what came back, nor the page, has it any more.
  expect(sent.join('\n')).not.toMatch(LEAK)
  expect(await hal.content()).not.toMatch(LEAK)
  await hal.reload()
  await expect(hal.getByText('Blue one')).toBeVisible()
  expect(await hal.content()).not.toMatch(LEAK)

  await hal.getByRole('button', { name: 'Replace it' }).click()
  await typeCard(hal, 'Green one')
  await seal(hal)
  await expect(hal.getByText('Green one')).toBeVisible()
  await expect(hal.getByRole('heading', { name: 'Sealed and kept' })).toBeFocused()
  await expect(hal.getByText('Blue one')).toBeHidden()
  await hal.getByRole('button', { name: 'Forget it' }).click()
  await expect(hal.getByRole('heading', { name: 'Your card' })).toBeFocused()
})

test('what is wrong is told at its field, and nothing is sent; without scripts nothing could be', async ({
  open,
}) => {
  const ida = await open(desktop)
  await tryIt(ida)
  await ida.goto('/me/payment')
  const puts: string[] = []
  ida.on('request', (request) => {
    if (request.method() === 'PUT') puts.push(request.url())
  })
  await typeCard(ida, 'Blue one')
  await ida.getByLabel('Card number').fill('5555 5555 5555 4445')
  await ida.getByLabel('Good until').fill('12/20')
  await seal(ida)
  await expect(ida.getByText('One digit is wrong')).toBeVisible()
  await expect(ida.getByText('This card is over')).toBeVisible()
  await expect(ida.getByLabel('Card number')).toBeFocused()
  await ida.getByLabel('Card number').fill(NUMBER)
  await ida.getByLabel('Good until').fill('12/31')
  await ida.getByLabel('What you call it').fill('ends in 4444')
  await seal(ida)
  await expect(ida.getByText('1 to 40 characters, no digits')).toBeVisible()
  expect(puts).toEqual([])
  const named = await ida.locator('main form [name]').count()
  expect(named, 'inputs that a form without script would send').toBe(0)
  const { violations } = await new AxeBuilder({ page: ida }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

/** The environment of the process that runs an entry of ours for this stack, from /proc. */
function environmentOf(entry: string, data: string): string | undefined {
  const text = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8')
    } catch {
      return ''
    }
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const found = pids.find(
    (pid) => text(pid, 'cmdline').includes(entry) && text(pid, 'environ').includes(data),
  )
  return found && text(found, 'environ')
}

test('the web server’s own environment has no key that opens cards; the workers’ has', async ({ stack }) => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  const [web, workers] = ['app/server.ts', 'workers/main.ts'].map((entry) => environmentOf(entry, stack.data))
  expect(web).toContain('CHECKOUT_PUBLIC_KEY=')
  expect(web).not.toMatch(/CHECKOUT_KEYS|checkout\.json/)
  expect(workers).toContain('CHECKOUT_KEYS=')
})
