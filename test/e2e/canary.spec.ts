import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { uuidv7 } from '../../core/id.ts'
import { sealCode } from '../../core/payment/seal.ts'
import { postgresPort } from '../../scripts/seed/running.ts'
import { openSecrets } from '../../scripts/start/secrets.ts'
import { readDescription } from '../fuzz/description.ts'
import { CANARY, canariesIn } from '../support/canary.ts'
import { dumpEverything } from '../support/dump.ts'
import { ask, problemOf, register } from '../support/http.ts'
import { unzip } from '../support/unzip.ts'
import { desktop, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'

const idShape = z.object({ id: z.uuid() })
const dropsShape = z.object({ items: z.array(z.object({ id: z.uuid(), slug: z.string() })) })
const keyShape = z.object({ key_id: z.string(), public_key: z.string() })
const purchaseShape = z.object({
  state: z.string(),
  events: z.array(z.object({ has_screenshot: z.boolean() })),
})

async function sealCanary(page: Page): Promise<void> {
  await page.goto('/me/payment')
  await page.getByLabel('Card number').fill(CANARY.number)
  await page.getByLabel('Name on the card').fill('Canary Bird')
  await page.getByLabel('Good until').fill('12/31')
  await page.getByRole('button', { name: 'Seal and keep' }).click()
  await expect(page.getByRole('heading', { name: 'Sealed and kept' })).toBeVisible()
}

/** What the page shows and what its fields hold: all that a picture of it could show. */
const visible = (page: Page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[]
    return [document.documentElement.outerHTML, ...fields.map((field) => field.value)].join('\n')
  })

/** Asks for a pair with the code sealed for this one request, and lets the worker walk to the review. */
async function buyWithCode(page: Page, { origin }: Stack): Promise<string> {
  const read = async <T>(path: string, shape: z.ZodType<T>) =>
    shape.parse(await (await page.request.get(path)).json())
  const memberId = (await read('/api/me', idShape)).id
  const key = await read('/api/payment/key', keyShape)
  const { items } = await read('/api/drops', dropsShape)
  const drop = items.find(({ slug }) => slug === 'marrow-tideline-runner-sage')
  const id = uuidv7()
  const address = {
    name: 'Kim',
    street: '1 Main St',
    city: 'Oakland',
    state: 'CA',
    zip_code: '94607',
    country: 'US',
  }
  const data = {
    id,
    drop_id: drop?.id,
    size: '10',
    max_total_minor: 99_999,
    currency: 'USD',
    shipping: address,
    email: 'kim@example.test',
    sealed_code: await sealCode(key, { memberId, requestId: id }, CANARY.code),
  }
  const asked = await page.request.post('/api/purchase-requests', { data, headers: { origin } })
  expect(asked.status(), await asked.text()).toBe(201)
  await expect
    .poll(async () => (await read(`/api/purchase-requests/${id}`, purchaseShape)).state, { timeout: 120_000 })
    .toBe('review')
  const { events } = await read(`/api/purchase-requests/${id}`, purchaseShape)
  expect(events.some((event) => event.has_screenshot)).toBe(true)
  return id
}

/** Everything in the database, as its owner sees it. */
const dump = ({ data }: Stack) =>
  dumpEverything(
    `postgres://snpd:${openSecrets(data).postgres.owner}@127.0.0.1:${postgresPort(data, '')}/snpd`,
  )

/** Every file below a folder, as text of bytes; sockets and what vanishes meanwhile are left out. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    try {
      const path = join(folder, name)
      return statSync(path).isFile() ? [`${path}\n${readFileSync(path, 'latin1')}`] : []
    } catch {
      return []
    }
  })
}

/** Files that hold a canary; in raw pages and packed bytes four digits stand by themselves now and then, a number never. */
const withNumber = (files: string[]) =>
  files
    .filter((text) => canariesIn(text).some((one) => one !== CANARY.code))
    .map((text) => text.split('\n')[0])

test('a card and its code go through the product and stay nowhere: no row, file, log, request, trace or picture', async ({
  browser,
  stack,
}) => {
  const kept = test.info().outputDir
  const recordHar = { path: join(kept, 'all.har'), content: 'embed' as const }
  // What a service worker asks for in the background keeps a HAR from ever being written to its end.
  const options = { baseURL: stack.origin, ...desktop, recordHar, serviceWorkers: 'block' as const }
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await tryIt(page)
  await sealCanary(page)
  // From here on, so that the test's own typing is not in it.
  await context.tracing.start({ screenshots: true, snapshots: true })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sealed and kept' })).toBeVisible()
  expect(canariesIn(await visible(page))).toEqual([])
  const id = await buyWithCode(page, stack)
  await page.goto(`/checkouts/${id}`)
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
  expect(canariesIn(await visible(page))).toEqual([])
  const exported = await (await page.request.get('/api/me/export')).text()
  // While the request runs, its sealed code is in the database.
  const during = await dump(stack)
  expect(during).toContain('app.purchase_secret ')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('region', { name: 'Cancelled' })).toBeVisible()
  await context.tracing.stop({ path: join(kept, 'trace.zip') })
  await context.close()

  const after = await dump(stack)
  expect(after).not.toContain('app.purchase_secret ')
  const logs = filesBelow(join(stack.data, 'logs'))
  expect(logs.length).toBeGreaterThan(2)
  const har = readFileSync(recordHar.path, 'utf8')
  expect(har).toContain('sealed')
  for (const text of [exported, during, after, har, said.join('\n'), ...logs])
    expect(canariesIn(text)).toEqual([])
  const trace = unzip(readFileSync(join(kept, 'trace.zip'))).map(
    (bytes) => `trace\n${bytes.toString('latin1')}`,
  )
  expect(trace.some((text) => text.includes('Sealed and kept'))).toBe(true)
  expect(withNumber(trace)).toEqual([])
  // The database's own pages and its write-ahead log, keys, pictures: whatever the product has written to disk.
  expect(withNumber(filesBelow(stack.data))).toEqual([])
})

test('every other input refuses the card, and nothing of it stays', async ({ stack }) => {
  const { token } = await register(stack.origin, 'canary')
  const { operations, named } = await readDescription(stack.origin)
  let from = 0
  const refusal = async (method: string, path: string, body?: unknown) => {
    const headers = { 'x-forwarded-for': `198.51.100.${from++ % 250}` }
    return (await problemOf(await ask(`${stack.origin}${path}`, { method, body, token, headers }))).code
  }
  const some = (path: string) => path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000')
  const number = encodeURIComponent(CANARY.number)
  for (const { name, method, path, parameters, body } of operations) {
    const fields = Object.keys((body?.$ref ? named[body.$ref.replace(/.*\//, '')] : body)?.properties ?? {})
    for (const field of method === 'GET' ? [] : [...fields, 'anything'])
      expect([name, field, await refusal(method, some(path), { [field]: CANARY.number })]).toEqual([
        name,
        field,
        'input.card-number',
      ])
    const queries = [...parameters.filter((one) => one.in === 'query').map((one) => one.name), 'anything']
    for (const query of queries)
      expect([name, query, await refusal(method, `${some(path)}?${query}=${number}`)]).toEqual([
        name,
        query,
        'input.card-number',
      ])
    for (const [hole] of path.matchAll(/\{\w+\}/g))
      expect([name, hole, await refusal(method, some(path.replace(hole, number)))]).toEqual([
        name,
        hole,
        'input.card-number',
      ])
  }
  expect(canariesIn(await dump(stack))).toEqual([])
  for (const log of filesBelow(join(stack.data, 'logs'))) expect(canariesIn(log)).toEqual([])
})
