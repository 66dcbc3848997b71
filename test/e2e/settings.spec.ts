import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { desktop, phone, test } from './support/fixtures.ts'
import { reportRestock } from './support/report.ts'
import { connectWallet, pressTryIt, tryIt } from './support/sign-in.ts'
import { ageSessions } from './support/stale.ts'
import { installWallet } from './support/wallet.ts'

const password = 'nine wet sneakers on a wire'

async function signUp(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('tab', { name: 'New here' }).click()
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Email').fill(`${username}@example.org`)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('link', { name: `Profile of ${username}` })).toBeVisible()
}

async function signInByPassword(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Username or email').fill(login)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const saved = (page: Page, words = '✓ Saved') => expect(page.getByText(words)).toBeVisible()

test('from the overview to name, email and address, and back', async ({ open }) => {
  const hal = await open(phone)
  await signUp(hal, 'hal_9')
  await hal.getByRole('link', { name: 'Profile of hal_9' }).click()
  const settings = hal.getByRole('navigation', { name: 'Settings' })
  await expect(settings.getByRole('link')).toHaveCount(11)
  await settings.getByRole('link', { name: /^Profile/ }).click()
  await hal.getByLabel('Username').fill('hal_10')
  await hal.getByRole('button', { name: 'Save name' }).click()
  await saved(hal)
  await expect(hal.getByRole('link', { name: 'Profile of hal_10' })).toBeVisible()
  await hal.getByRole('textbox', { name: 'Email' }).fill('hal@example.net')
  await hal.getByRole('button', { name: 'Save email' }).click()
  await expect(hal.getByText('✓ Saved')).toHaveCount(2)

  await settings.getByRole('link', { name: 'You' }).click()
  await hal.getByRole('link', { name: /^Ship to/ }).click()
  await expect(hal.getByRole('heading', { level: 1, name: 'Ship to' })).toBeVisible()
  for (const [label, value] of [
    ['Full name', 'Hal Nine'],
    ['Street and number', '9 Discovery Way'],
    ['City', 'Urbana'],
    ['State', 'IL'],
    ['ZIP code', '61801'],
  ] as const)
    await hal.getByLabel(label).fill(value)
  await hal.getByRole('button', { name: 'Save address' }).click()
  await saved(hal)
  await hal.goto('/me')
  await expect(hal.getByText('9 Discovery Way, Urbana')).toBeVisible()
  await expect(hal.getByText('hal@example.net')).toBeVisible()
  await hal.goto('/me/address')
  await hal.getByRole('button', { name: 'Forget it' }).click()
  await saved(hal, '✓ Forgotten')
  await expect(hal.getByLabel('Street and number')).toHaveValue('')
})

test('wallets: one is linked and paid, another is chosen, and a session that is not fresh proves itself', async ({
  open,
  stack,
}) => {
  let wallet = ''
  const ivy = await open(desktop, async (page) => {
    wallet = await installWallet(page)
  })
  await tryIt(ivy)
  await ivy.goto('/me/wallets')
  const list = ivy.getByRole('region', { name: 'Yours' }).getByRole('listitem')
  await expect(list).toHaveCount(1)
  await list.getByRole('button', { name: /^Unlink/ }).click()
  await list.getByRole('button', { name: /^Unlink/ }).click()
  await expect(ivy.getByRole('main').getByRole('alert')).toContainText('the only way into your account')

  await connectWallet(ivy, '/api/me/wallets')
  await expect(list).toHaveCount(2)
  const linked = list.filter({ hasText: wallet })
  await linked.getByRole('button', { name: /^Send awards here/ }).click()
  await expect(linked.getByText('Awards go here')).toBeVisible()

  const link = await ivy.getByRole('link', { name: /^Profile of/ }).textContent()
  const name = link?.replace(/^.*Profile of /, '') ?? ''
  await ageSessions(stack, name)
  await ivy.reload()
  await expect(ivy.getByRole('heading', { name: 'First, is it you?' })).toBeVisible()
  await expect(list).toHaveCount(0)
  await ivy.getByRole('button', { name: 'Confirm with the demo wallet' }).click()
  await linked.getByRole('button', { name: /^Unlink/ }).click()
  await linked.getByRole('button', { name: /^Unlink/ }).click()
  await expect(list).toHaveCount(1)
  await expect(list.getByText('Awards go here')).toBeVisible()
})

test('sessions: the other browser is seen and ended; a new password ends the rest', async ({ open }) => {
  const [home, cafe, work] = [await open(desktop), await open(phone), await open(desktop)]
  await signUp(home, 'jun_x')
  await signInByPassword(cafe, 'jun_x')
  await expect(cafe.getByRole('link', { name: 'Profile of jun_x' })).toBeVisible()
  await home.goto('/me/sessions')
  const sessions = home.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await expect(sessions.filter({ hasText: 'This one' })).toHaveCount(1)
  await sessions.getByRole('button', { name: /^End/ }).click()
  await expect(sessions).toHaveCount(1)
  await cafe.reload()
  await expect(cafe.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()

  await signInByPassword(work, 'jun_x')
  await expect(work.getByRole('link', { name: 'Profile of jun_x' })).toBeVisible()
  await home.goto('/me/password')
  await home.getByLabel('New password').fill('ten dry sneakers on a fence')
  await home.getByLabel('Your password').fill('not the one it is')
  await home.getByRole('button', { name: 'Change it' }).click()
  await expect(home.getByRole('main').getByRole('alert')).toContainText('not your password')
  await home.getByLabel('Your password').fill(password)
  await home.getByRole('button', { name: 'Change it' }).click()
  await saved(home, '✓ Changed.')
  await work.reload()
  await expect(work.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
})

test('a member who came with a wallet chooses a password, and comes in by it', async ({ open }) => {
  const [abe, later] = [await open(phone), await open(desktop)]
  await tryIt(abe)
  await abe.goto('/me/profile')
  await abe.getByLabel('Username').fill('abe_walks')
  await abe.getByRole('button', { name: 'Save name' }).click()
  await saved(abe)
  await abe.goto('/me/password')
  await abe.getByLabel('New password').fill('short')
  const choose = abe.getByRole('button', { name: 'Choose it with the demo wallet' })
  await choose.click()
  await expect(abe.getByText('✓ Changed.')).toHaveCount(0)
  await abe.getByLabel('New password').fill(password)
  await choose.click()
  await saved(abe, '✓ Changed.')
  await expect(abe.getByRole('button', { name: 'Change it', exact: true })).toBeVisible()
  await signInByPassword(later, 'abe_walks')
  await expect(later.getByRole('link', { name: 'Profile of abe_walks' })).toBeVisible()
})

test('alerts are kept as they are chosen', async ({ open }) => {
  const kit = await open(phone)
  await tryIt(kit)
  await kit.goto('/me/notifications')
  await kit.getByRole('checkbox', { name: /^Votes/ }).check()
  await kit.getByRole('checkbox', { name: /^Drops/ }).uncheck()
  await kit.getByLabel('My sizes, US').fill('9.5 and 10')
  await kit.getByRole('button', { name: 'Save alerts' }).click()
  await expect(kit.getByText(/a size such as/).first()).toBeVisible()
  await kit.getByLabel('My sizes, US').fill('9.5, 10')
  await kit.getByLabel('How').selectOption('daily')
  await kit.getByRole('checkbox', { name: /^Send nothing at night/ }).check()
  await kit.getByLabel('From').fill('23:15')
  await kit.getByRole('button', { name: 'Save alerts' }).click()
  await saved(kit)
  await kit.reload()
  await expect(kit.getByRole('checkbox', { name: /^Votes/ })).toBeChecked()
  await expect(kit.getByRole('checkbox', { name: /^Drops/ })).not.toBeChecked()
  await expect(kit.getByLabel('My sizes, US')).toHaveValue('9.5, 10')
  await expect(kit.getByLabel('How')).toHaveValue('daily')
  await expect(kit.getByLabel('From')).toHaveValue('23:15')
})

test('a member takes their data along and leaves; what was promised is named before it is lost', async ({
  open,
}) => {
  const [lou, max] = [await open(phone), await open(desktop)]
  await tryIt(lou)
  await tryIt(max)
  await reportRestock(lou, { size: '10.5', note: 'Behind the counter, ask for Bo' })
  await lou.goto('/me/export')
  const downloading = lou.waitForEvent('download')
  await lou.getByRole('button', { name: 'Download my data' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/^snpd-export-.+\.json$/)
  expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toMatchObject({
    restocks: [{ note: 'Behind the counter, ask for Bo' }],
    awards: [{ rule: 'restock.report' }],
  })

  await lou.goto('/me/delete')
  await expect(lou.getByRole('list', { name: 'What happens' })).toContainText('You forfeit 10 karma')
  await lou.getByRole('button', { name: 'Delete my account with the demo wallet' }).click()
  await expect(lou.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await expect(lou).toHaveURL(/\/$/)
  await max.goto('/restocks')
  await expect(max.getByText('deleted member').first()).toBeVisible()
  await expect(max.getByText('Behind the counter, ask for Bo')).toHaveCount(0)
  // The burner went with the account: this browser can begin anew.
  await pressTryIt(lou)
})
