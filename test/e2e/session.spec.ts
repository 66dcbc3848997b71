import { expect, type Page } from '@playwright/test'
import { desktop, phone, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'

/** The page of the member's own on which the name is changed. */
const NAME = '/me/profile'
const ACCESS = 'snpd'
const REFRESH = 'snpd-refresh'
const profile = (page: Page) => page.getByRole('link', { name: /^Profile of/ })

/** As if a quarter of an hour had passed: the browser has dropped its access cookie. */
const wait = (page: Page) => page.context().clearCookies({ name: ACCESS })
const cookie = async (page: Page, name: string) =>
  (await page.context().cookies()).find((one) => one.name === name)?.value

/** Writes down every exchange of the refresh cookie, by its status. */
function exchangesOf(page: Page): number[] {
  const statuses: number[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/api/auth/refresh')) statuses.push(response.status())
  })
  return statuses
}

test("after a quarter of an hour the page is still the member's, renews by itself once, and acts", async ({
  open,
}) => {
  const page = await open(phone)
  await tryIt(page)
  // Nothing is open meanwhile: a page that fetched at this moment would renew, and be left before it could be told of.
  await page.goto('about:blank')
  const exchanges = exchangesOf(page)
  const old = await cookie(page, REFRESH)
  await wait(page)
  await page.goto(NAME)
  await expect(profile(page)).toBeVisible()
  await page.getByLabel('Username').fill('still_here')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText('✓ Saved')).toBeVisible()
  expect(exchanges).toEqual([200])
  expect(await cookie(page, ACCESS)).toBeTruthy()
  expect(await cookie(page, REFRESH)).not.toBe(old)
  for (const one of await page.context().cookies()) expect(one.httpOnly).toBe(true)
})

test("a page that was open all the time goes on too, and without JavaScript it is still the member's", async ({
  open,
  browser,
  stack,
}) => {
  const page = await open(desktop)
  await tryIt(page)
  await page.goto(NAME)
  await expect(page.getByLabel('Username')).toBeVisible()
  await wait(page)
  await page.getByLabel('Username').fill('kept_open')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText('✓ Saved')).toBeVisible()

  const plain = await browser.newContext({ baseURL: stack.origin, javaScriptEnabled: false })
  await plain.addCookies((await page.context().cookies()).filter(({ name }) => name === REFRESH))
  const still = await plain.newPage()
  await still.goto(NAME)
  await expect(profile(still)).toBeVisible()
  await plain.close()
})

test('two tabs that wake at once both go on', async ({ open }) => {
  const first = await open(desktop)
  await tryIt(first)
  const second = await first.context().newPage()
  const exchanges = [exchangesOf(first), exchangesOf(second)]
  await Promise.all([first.goto(NAME), second.goto(NAME)])
  await expect(first.getByLabel('Username')).toBeVisible()
  await expect(second.getByLabel('Username')).toBeVisible()
  await wait(first)
  const save = async (page: Page, name: string) => {
    await page.getByLabel('Username').fill(name)
    await page.getByRole('button', { name: 'Save name' }).click()
    await expect(page.getByText('✓ Saved')).toBeVisible()
  }
  await Promise.all([save(first, 'tab_one'), save(second, 'tab_two')])
  expect(exchanges.flat().every((status) => status === 200 || status === 409)).toBe(true)
  await first.goto(NAME)
  await expect(profile(first)).toBeVisible()
})

test('a reader who goes on to another page in the midst of an exchange stays signed in', async ({ open }) => {
  const page = await open(desktop)
  await tryIt(page)
  for (const path of ['/drops', '/restocks', '/ledger']) {
    await page.goto(NAME)
    await page.getByLabel('Username').fill(`left_for_${path.slice(1)}`)
    await wait(page)
    const begun = page.waitForRequest((request) => request.url().endsWith('/api/auth/refresh'))
    await page.getByRole('button', { name: 'Save name' }).click()
    await begun
    await page.goto(path)
    await expect(profile(page)).toBeVisible()
  }
})

test('a session ended elsewhere ends on the open page: it asks to sign in, and the cookies are gone', async ({
  open,
  stack,
}) => {
  const page = await open(desktop)
  await tryIt(page)
  await page.goto(NAME)
  await expect(page.getByLabel('Username')).toBeVisible()
  await expect(page.getByText(/^(connected|block \d+)$/)).toBeVisible()
  const ended = await fetch(`${stack.origin}/api/auth/logout`, {
    method: 'POST',
    body: JSON.stringify({ everywhere: true }),
    headers: {
      authorization: `Bearer ${await cookie(page, ACCESS)}`,
      'content-type': 'application/json',
    },
  })
  expect(ended.status).toBe(204)
  await expect(page.getByText('Sign in first')).toBeVisible()
  await expect(profile(page)).toHaveCount(0)
  expect([await cookie(page, ACCESS), await cookie(page, REFRESH)]).toEqual([undefined, undefined])
  await page.reload()
  await expect(page.getByText('Sign in first')).toBeVisible()
})
