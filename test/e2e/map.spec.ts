import { expect } from '@playwright/test'
import { expectClean } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'

/** In Bushwick, where no other test is. */
const here = { latitude: 40.7012, longitude: -73.9212 }
/** What `datetime-local` takes, so many hours from now, on this machine's clock. */
const localIn = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000 - new Date().getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 16)

for (const [device, options] of Object.entries({ phone, desktop }))
  test(`a ZIP code leads to the map of its area, which one can move: ${device}`, async ({ open }) => {
    const page = await open(options)
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    page.on('console', (message) => message.type() === 'error' && broken.push(message.text()))
    await page.goto('/map')
    await page.getByLabel('City, ZIP code or address').fill('11249')
    await page.getByRole('button', { name: 'Find' }).click()
    await expect(page.getByRole('link', { name: /GeoNames, CC BY 4\.0/ })).toBeVisible()
    await page.getByRole('link', { name: 'ZIP 11249' }).click()
    await expect(page).toHaveURL(/\/map\?near=87[0-9a-f]{13}$/)
    await expect(page.getByRole('region', { name: 'Shops' }).getByRole('link')).toContainText([
      'Corner, Brooklyn',
    ])
    await expect(page.locator('[data-map="live"] canvas')).toBeVisible()
    await expectClean(page, { picture: `map-${device}` })
    expect(broken.filter((text) => !/status of 401/.test(text))).toEqual([])
  })

test('without WebGL, and without JavaScript, the map is a drawing, and the lists say the same', async ({
  open,
}) => {
  const plain = await open({ ...phone, javaScriptEnabled: false })
  await plain.goto('/map?q=Brooklyn,+NY')
  await plain.getByRole('link', { name: 'Brooklyn, New York, United States' }).click()
  await expect(plain.getByRole('img', { name: /^Map of five miles around/ })).toBeVisible()
  await expect(plain.getByRole('region', { name: 'Shops' }).getByRole('link').first()).toContainText('Corner')
  const old = await open(desktop, (page) =>
    page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    }),
  )
  await old.goto(new URL(plain.url()).pathname + new URL(plain.url()).search)
  await expect(old.getByRole('region', { name: 'Shops' })).toBeVisible()
  await old.waitForLoadState('networkidle')
  await expect(old.getByRole('img', { name: /^Map of five miles around/ })).toBeVisible()
})

test('where one stands stays on the device: of all that is sent, nothing is finer than the cell', async ({
  open,
}) => {
  const page = await open({ ...phone, geolocation: here, permissions: ['geolocation'] })
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto('/map')
  await page.getByRole('button', { name: 'Around me' }).click()
  await expect(page).toHaveURL(/near=87/)
  await expect(page.getByRole('region', { name: 'Shops' })).toBeVisible()
  expect(sent.filter((text) => /40\.70|73\.92/.test(text))).toEqual([])
})

test('a meet-up is announced, found around its shop, come to by another, and called off', async ({
  open,
}) => {
  const ann = await open(phone)
  await tryIt(ann)
  await ann.goto('/events/new')
  await ann.getByLabel('Title').fill('Bushwick swap of the e2e')
  await ann.getByLabel('Where').selectOption({ label: 'Corner, Brooklyn, NY' })
  await ann.getByLabel('Starts').fill(localIn(48))
  await ann.getByLabel('Ends').fill(localIn(50))
  await expectClean(ann, { picture: 'announce' })
  await ann.getByRole('button', { name: 'Announce it' }).click()
  await expect(ann.getByRole('heading', { level: 1, name: 'Bushwick swap of the e2e' })).toBeVisible()
  const address = new URL(ann.url()).pathname

  const ben = await open(desktop)
  await tryIt(ben)
  await ben.goto('/events?q=11249')
  await ben.getByRole('link', { name: 'ZIP 11249' }).click()
  await expect(ben.getByRole('link', { name: /Bushwick swap of the e2e/ })).toBeVisible()
  await expectClean(ben, { picture: 'events' })
  await ben.getByRole('link', { name: /Bushwick swap of the e2e/ }).click()
  await expect(ben).toHaveURL(new RegExp(`${address}$`))
  await ben.getByRole('button', { name: 'I come' }).click()
  await expect(ben.getByRole('button', { name: '✓ I come' })).toHaveAttribute('aria-pressed', 'true')
  await expect(ben.getByRole('region', { name: 'Who comes' }).getByRole('status')).toHaveText(/1 come, 0 may/)
  await ben.getByText('Report this event').click()
  await ben.getByLabel('What is wrong with it?').selectOption('spam')
  await expectClean(ben, { picture: 'event' })
  await ben.getByRole('button', { name: 'Report', exact: true }).click()
  await expect(ben.getByText('✓ A moderator will look at it.')).toBeVisible()
  // Nobody reports their own.
  await expect(ann.getByText('Report this event')).toHaveCount(0)

  await ann.getByRole('button', { name: 'Call it off' }).click()
  await expect(ann.getByText('Called off')).toBeVisible()
  const reader = await open({ ...phone, javaScriptEnabled: false })
  await reader.goto(address)
  await expect(reader.getByText('Called off')).toBeVisible()
})

test('an event that is not there is a page that is not there', async ({ open }) => {
  const page = await open(phone)
  await page.goto('/events/not-one')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sold out of pages')
})
