import { type BrowserContext, expect, type Page } from '@playwright/test'
import { expectClean } from './support/axe.ts'
import { phone, test } from './support/fixtures.ts'
import { addPosts, cardOf } from './support/post.ts'
import { tryIt } from './support/sign-in.ts'

/** The worker is there, and has kept the page for writing. */
async function ready(page: Page): Promise<void> {
  await page.goto('/')
  const keeps = () =>
    page.evaluate(async () => {
      await navigator.serviceWorker.ready
      const pages = await caches.open('snpd-pages-1')
      return (await pages.keys()).map(({ url }) => new URL(url).pathname).sort()
    })
  await expect
    .poll(keeps, { timeout: 120_000 })
    .toEqual(expect.arrayContaining(['/', '/offline', '/posts/new']))
}

const offline = (page: Page, is = true): Promise<void> => page.context().setOffline(is)

const fill = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('radio', { name: 'Intel', exact: true }).check()
  await page.getByLabel('What happened?').fill(text)
}

/** How many posts say this, by the API. */
const postsOf = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (words) => {
    const response = await fetch('/api/community/feed?limit=50')
    const { items } = await response.json()
    return items.filter((post: { text: string }) => post.text === words).length
  }, text)

test('a page that was read opens without a connection and says of when it is; another says what is on the device', async ({
  open,
}) => {
  const page = await open(phone)
  await tryIt(page)
  const [text] = ['The line at the corner is forty deep']
  await addPosts(page, [text])
  await ready(page)
  await page.goto('/drops')
  await page.goto('/')
  await expect(cardOf(page, text)).toBeVisible()
  await offline(page)
  await page.reload()
  await expect(cardOf(page, text)).toBeVisible()
  const banner = page.getByRole('status').filter({ hasText: 'This page is as you last saw it' })
  await expect(banner.getByRole('time')).toHaveAttribute('datetime', /^\d{4}-.*Z$/)
  await expectClean(page, { picture: 'offline-kept' })
  await page.goto('/ledger')
  await expect(page.getByRole('heading', { name: 'You are offline', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Drops/ })).toBeVisible()
  await expectClean(page, { picture: 'offline-shell' })
  await page.getByRole('link', { name: /^Drops/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Drops' })).toBeVisible()
  await expect(banner).toBeVisible()
  await offline(page, false)
  await banner.getByRole('button', { name: 'Load it anew' }).click()
  await expect(banner).toBeHidden()
})

test('the page that asks by itself opens when the connection is back', async ({ open }) => {
  const page = await open(phone)
  await tryIt(page)
  await ready(page)
  await offline(page)
  await page.goto('/ledger')
  await expect(page.getByRole('heading', { name: 'You are offline', level: 1 })).toBeVisible()
  await offline(page, false)
  await expect(page.getByRole('heading', { level: 1, name: 'Ledger' })).toBeVisible()
})

test('a post written without a connection waits, and goes out once when there is one', async ({ open }) => {
  const text = 'Six pairs left, and the door is open'
  const page = await open(phone)
  await tryIt(page)
  await ready(page)
  await offline(page)
  await page.goto('/posts/new')
  await fill(page, text)
  await page.getByRole('button', { name: 'Post it' }).click()
  await expect(page.getByText('Kept on your device. It goes out by itself')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Not sent yet' })).toContainText(text)
  await expect(page.getByText('1 post waits for a connection.')).toBeVisible()
  await expectClean(page, { picture: 'outbox' })
  await page.reload()
  await expect(page.getByRole('list', { name: 'Not sent yet' })).toContainText(text)
  await offline(page, false)
  await expect(page.getByText('✓ Your post went out.')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByRole('list', { name: 'Not sent yet' })).toBeHidden()
  expect(await postsOf(page, text)).toBe(1)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await postsOf(page, text)).toBe(1)
})

test('a post whose answer was lost on the way is not posted again', async ({ open }) => {
  const text = 'The shutter went up and down again'
  const page = await open({ ...phone, serviceWorkers: 'block' })
  await tryIt(page)
  await page.goto('/posts/new')
  let reached = 0
  await page.route('**/api/community/posts', async (route) => {
    reached++
    if (reached > 1) return route.continue()
    await route.fetch()
    return route.abort('internetdisconnected')
  })
  await fill(page, text)
  await page.getByRole('button', { name: 'Post it' }).click()
  await expect(page.getByRole('list', { name: 'Not sent yet' })).toContainText(text)
  expect(await postsOf(page, text)).toBe(1)
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByText('✓ Your post went out.')).toBeVisible()
  expect([reached, await postsOf(page, text)]).toEqual([2, 1])
})

/** What a phone does when something is shared with the installed site. */
const share = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const form = Object.assign(document.createElement('form'), {
      ...{ method: 'post', action: '/share', enctype: 'multipart/form-data' },
    })
    const add = (name: string, value: string) =>
      form.append(Object.assign(document.createElement('input'), { name, value }))
    add('text', 'Look what is in the window')
    add('url', 'https://shop.example/court-84')
    const photos = Object.assign(document.createElement('input'), { type: 'file', name: 'photos' })
    const files = new DataTransfer()
    files.items.add(new File([new Uint8Array([255, 216, 255])], 'window.jpg', { type: 'image/jpeg' }))
    photos.files = files.files
    form.append(photos)
    document.body.append(form)
    form.submit()
  })

test('what is shared with the site begins a draft, and nothing is sent before its member says so', async ({
  open,
}) => {
  const page = await open(phone)
  await tryIt(page)
  await ready(page)
  await share(page)
  await page.waitForURL('**/posts/new?shared=1')
  await expect(page.getByLabel('What happened?')).toHaveValue(
    'Look what is in the window\nhttps://shop.example/court-84',
  )
  await expect(page.getByText('window.jpg')).toBeVisible()
  expect(await postsOf(page, 'Look what is in the window\nhttps://shop.example/court-84')).toBe(0)
})

const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const pages = await caches.open('snpd-pages-1')
    const texts = await Promise.all(
      (await pages.keys()).map(async (key) => (await pages.match(key))?.text() ?? ''),
    )
    return texts
  })

test('who signs out leaves no page behind that names them', async ({ open }) => {
  const page = await open(phone)
  await tryIt(page)
  await ready(page)
  const name = await page.evaluate(async () => (await (await fetch('/api/me')).json()).username as string)
  expect((await keptIn(page)).some((html) => html.includes(name))).toBe(true)
  await page.goto('/me')
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.waitForURL('**/')
  await ready(page)
  expect((await keptIn(page)).some((html) => html.includes(name))).toBe(false)
})

test('a phone can install the site: its manifest is whole, and its pictures are there', async ({ open }) => {
  const page = await open(phone)
  await page.goto('/')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await page.request.get(href ?? '')).json()
  expect(manifest).toMatchObject({
    id: '/',
    start_url: '/',
    display: 'standalone',
    share_target: { action: '/share' },
  })
  for (const { src, type } of manifest.icons) {
    const icon = await page.request.get(src)
    expect([src, icon.status(), icon.headers()['content-type']?.split(';')[0]]).toEqual([src, 200, type])
  }
  const session = await (page.context() as BrowserContext).newCDPSession(page)
  const { errors } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A test's browser is always a private window.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
})
