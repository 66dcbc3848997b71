import { expect } from '@playwright/test'
import { eventsOf, readCalendar } from '../support/icalendar.ts'
import { expectClean } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'

/** The month that the demo's raffle is in, four days from its first start. */
const inFourDays = () => new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 7)

test('a month at a glance leads to its days, by keyboard, and the same is a feed', async ({ open }) => {
  const page = await open(phone)
  await page.goto(`/calendar?month=${inFourDays()}`)
  const raffle = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Nightbus' })
  await expect(raffle).toContainText('Raffle')
  await expect(raffle).toContainText(/10:00\sAM C[DS]T/)
  const day = page.getByRole('table').getByRole('link').first()
  const href = (await day.getAttribute('href')) ?? ''
  await day.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${href}$`))
  await expect(page.locator(href)).toBeInViewport()
  await expectClean(page, { picture: 'calendar' })
  await page.getByLabel('Pair').selectOption({ label: 'Nightbus, Triple Black' })
  await expect(page).toHaveURL(/sneaker=/)
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Mainsail 2' })).toHaveCount(0)
  const feed = await page.getByRole('link', { name: 'Download once' }).getAttribute('href')
  const response = await page.request.get(feed ?? '')
  const events = eventsOf(readCalendar(await response.text()))
  expect(events.map(({ SUMMARY }) => SUMMARY?.value)).toEqual(['Okta Nightbus (Triple Black)'])
  await expect(page.getByRole('link', { name: 'Subscribe' })).toHaveAttribute('href', /^webcal:.*sneaker_id=/)
})

test('months follow each other, and an empty one says so', async ({ open }) => {
  const page = await open(desktop)
  await page.goto('/calendar?month=2031-12')
  await expect(page.getByText('Nothing announced in December 2031')).toBeVisible()
  await page.getByRole('link', { name: 'January 2032' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'January 2032' })).toBeVisible()
  await expectClean(page, { picture: 'calendar-empty' })
})

test('the calendar and a pair read without JavaScript', async ({ open }) => {
  const page = await open({ ...desktop, javaScriptEnabled: false })
  await page.goto(`/calendar?month=${inFourDays()}`)
  const raffle = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Nightbus' })
  await raffle.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nightbus' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Dates' })).toContainText('Second Lace')
})
