import { expect, type Page } from '@playwright/test'
import { german } from '../../app/ui/messages/de/german.ts'
import { readEnglish, textsOf } from '../support/words.ts'
import { expectClean } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'

/** Texts of ours that say by themselves in which language they are: those of English that German does not use. */
const inGerman = new Set(textsOf(german, '').map(([, text]) => text.trim()))
const inEnglish = [...(await readEnglish())]
  .flatMap(([part, words]) => textsOf(words, part))
  .map(([, text]) => text.trim())
  .filter((text) => /\p{L}{3}/u.test(text) && !text.includes('{') && !inGerman.has(text))

/** English of ours in a page, and what it is said in: nothing, in a page in German. */
const englishIn = (page: Page) =>
  page.evaluate((english) => {
    const known = new Set(english)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode
      const text = textContent?.trim() ?? ''
      if (known.has(text) && !parent?.closest('script, style, [lang="en"]')) found.push(text)
    }
    for (const element of document.querySelectorAll('[aria-label], [alt], [placeholder], [title]'))
      for (const name of ['aria-label', 'alt', 'placeholder', 'title'])
        if (known.has(element.getAttribute(name) ?? '')) found.push(`${name}: ${element.getAttribute(name)}`)
    return found
  }, inEnglish)

/** A page that says anything amiss to the console, such as that the server said it otherwise than the browser. */
function watch(page: Page): string[] {
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[14]/.test(message.text())) broken.push(message.text())
  })
  return broken
}

const stranger = [
  '/',
  '/restocks',
  '/drops',
  '/drops/halyard-court-low-bone',
  '/raffles',
  '/calendar',
  '/sign-in',
]
const member = [
  '/me',
  '/me/notifications',
  '/me/wallets',
  '/checkouts',
  '/ledger',
  '/votes',
  '/karma',
  '/posts/new',
]

for (const [device, options] of Object.entries({ phone, desktop })) {
  test(`whose browser asks for German reads German, as it comes and once it is alive: ${device}`, async ({
    open,
  }) => {
    test.setTimeout(800_000)
    const page = await open({ ...options, locale: 'de-DE' })
    const broken = watch(page)
    for (const path of stranger) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await expect(page.locator('html')).toHaveAttribute('lang', 'de')
      expect(await englishIn(page), path).toEqual([])
    }
    await page.goto('/drops')
    await expect(page).toHaveTitle('Drops · SNPD')
    await page.getByRole('link', { name: 'Kalender' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Kalender' })).toBeVisible()
    expect(await englishIn(page), 'after a click').toEqual([])
    await page.goto('/drops/halyard-court-low-bone')
    await expect(page.getByText('150,00')).not.toHaveCount(0)
    await expectClean(page, { picture: `german-drop-${device}` })
    expect(broken).toEqual([])
  })
}

test('the language is chosen in the footer and kept, for settings too', async ({ open }) => {
  test.setTimeout(800_000)
  const page = await open(phone)
  const broken = watch(page)
  await tryIt(page)
  await page.goto('/drops?from=here')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL(/\/drops\?from=here$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  for (const path of member) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(await englishIn(page), path).toEqual([])
  }
  await page.goto('/me')
  await expectClean(page, { picture: 'german-settings' })
  const settings = page.getByRole('region', { name: 'Sprache' })
  await settings.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('navigation', { name: 'Settings' })).toBeVisible()
  expect(broken).toEqual([])
})

test('a page that was open while another language was chosen beside it loads anew', async ({ open }) => {
  const page = await open(desktop)
  await page.goto('/drops')
  const beside = await page.context().newPage()
  await beside.goto('/language?locale=de&back=/restocks')
  await beside.close()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})

test('without JavaScript it is read and chosen the same', async ({ open }) => {
  const page = await open({ ...phone, javaScriptEnabled: false })
  await page.goto('/raffles')
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL(/\/raffles$/)
  await expect(page.getByText('Ein Los kostet Karma', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByText('A ticket costs karma', { exact: false })).toBeVisible()
})

test('two languages at once do not mix, however many ask', async ({ request, stack }) => {
  const read = async (language: string) => {
    const answer = await request.get(`${stack.origin}/votes`, { headers: { 'accept-language': language } })
    return [answer.headers()['content-language'], /<html[^>]* lang="(\w+)"/.exec(await answer.text())?.[1]]
  }
  const asked = Array.from({ length: 24 }, (_, index) => (index % 3 === 0 ? 'de' : 'en'))
  const read24 = await Promise.all(asked.map(read))
  expect(read24).toEqual(asked.map((language) => [language, language]))
})
