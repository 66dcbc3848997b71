import { expect, type Page } from '@playwright/test'
import { karma } from '../../core/karma/amount.ts'
import { ringRules } from '../../core/karma/ring/constants.ts'
import { expectClean } from './support/axe.ts'
import { closeCircle } from './support/circle.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { giveAwards, withSql } from './support/ledger.ts'
import { nameOf } from './support/name.ts'
import { reportRestock } from './support/report.ts'
import { tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'

/** Percent, of a circle that nobody else vouches for. */
const mostOff = ringRules.mostPoints / 100

// Long enough to dispute in.
test.use({ settings: { CHALLENGE_SECONDS: '600' } })

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('anyone reads the rules in words, and hashes their text in the browser', async ({ open }) => {
  const reader = await open(desktop)
  await reader.goto('/karma/rules')
  const rules = part(reader, 'What moves karma')
  await expect(rules.getByText(/^Report a restock that another member confirms: 10 karma/)).toBeVisible()
  await expect(rules.getByText('Enter a raffle: costs 5 karma.')).toBeVisible()
  await expect(part(reader, 'What votes changed')).toContainText('every number is as it was shipped')
  const text = part(reader, 'The exact text')
  await text.getByRole('button', { name: 'Hash the text here' }).click()
  await expect(text.getByText('✓ The text has this hash')).toBeVisible()
  await expectClean(reader, { picture: 'rules' })

  await part(reader, 'Before').getByRole('link').last().click()
  await expect(reader.getByRole('heading', { level: 1, name: 'Rule set' })).toBeVisible()
  await reader.getByRole('button', { name: 'Hash the text here' }).click()
  await expect(reader.getByText('✓ The text has this hash')).toBeVisible()
  await expectClean(reader, { picture: 'ruleset' })

  await reader.route('**/api/karma/rules', async (route) => {
    const answer = await route.fetch()
    const { content, knobs, ...rest } = await answer.json()
    const [award, cap, ...others] = knobs
    const voted = [
      { ...award, value: String(karma(12)), flag: { value: String(karma(12)), applied: true } },
      { ...cap, flag: { value: '1000000', applied: false } },
      ...others,
    ]
    const wrong = content.replace('"capPerDay":10', '"capPerDay":11')
    await route.fulfill({ json: { ...rest, content: wrong, knobs: voted } })
  })
  // As if the page had been read long ago: then all is fetched anew when its line comes up.
  await reader.routeWebSocket(/\/rt\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((said) => server.send(String(said).replace(/"since":\d+/, '"since":0')))
  })
  const fetched = reader.waitForResponse('**/api/karma/rules')
  await reader.goto('/karma/rules')
  await fetched
  await reader.getByRole('button', { name: 'Hash the text here' }).click()
  await expect(reader.getByText('✕ The text has another hash')).toBeVisible()
  const votes = part(reader, 'What votes changed')
  await expect(votes).toContainText('12 karma, shipped as 10 karma.')
  await expect(votes).toContainText(
    'The vote says 1000000 a day, outside of 0 a day to 100 a day: 10 a day holds.',
  )
  await expectClean(reader, { picture: 'rules-voted' })
})

/** As if the member had been here for long and had earned this much; it is minted on the real chain. */
async function grow(stack: Stack, page: Page, amount: number): Promise<string> {
  const name = await nameOf(page)
  // First: a page that has heard of the mint asks once, and nothing tells it of the day that was moved.
  await withSql(stack, async (sql) => {
    await sql`update app.member set created_at = now() - interval '10 days' where username = ${name}`
  })
  await giveAwards(stack, name, [{ amount }])
  await expect(page.getByRole('link', { name: new RegExp(`^${amount} karma in your ledger`) })).toBeVisible({
    timeout: 120_000,
  })
  return name
}

test('standing says the level, what the next one takes, and grows with what is minted', async ({
  open,
  stack,
}) => {
  const eli = await open(phone)
  await tryIt(eli)
  await eli.goto('/karma')
  const trust = part(eli, 'Trust level')
  await expect(trust).toHaveText(/^New/)
  await expect(trust).toContainText('50 karma and 7 days more to Regular')
  await expect(part(eli, 'What it gives you')).toContainText('Disputing restocks comes with the next level')
  await expect(part(eli, 'Paid today')).toContainText('Your restock report0 of 10')
  await expect(part(eli, 'Paid from the pots')).toContainText('of 250,000 karma')
  await grow(stack, eli, 60)
  // Nobody reloads: what is minted and mirrored raises the level.
  await expect(trust).toHaveText(/^Regular/)
  await expect(part(eli, 'What it gives you')).toContainText('0 of 1 open')
  await expectClean(eli, { picture: 'standing' })
})

test('a trusted member disputes a report, a moderator takes its karma back, and who lost it reads why', async ({
  open,
  stack,
}) => {
  const [ana, ben, eve, mod] = [
    await open(phone),
    await open(desktop),
    await open(phone),
    await open(desktop),
  ]
  for (const page of [ana, ben, eve, mod]) await tryIt(page)
  const note = 'Pallet by the door'
  await reportRestock(ana, { size: '13', note })
  await ben.goto('/restocks')
  const seen = ben.getByRole('listitem').filter({ hasText: note })
  await seen.getByRole('button', { name: 'Confirm' }).click()
  await expect(seen.getByText('You confirmed this')).toBeVisible()
  // Who just came has no say in it.
  await eve.goto('/restocks')
  const card = eve.getByRole('listitem').filter({ hasText: note })
  await expect(card).toBeVisible()
  await expect(card.getByText('Not true?')).toHaveCount(0)
  await grow(stack, eve, 60)
  await eve.goto('/restocks')
  await card.getByText('Not true?').click()
  await card.getByLabel('What is wrong').fill('The shop is closed this week')
  await card.getByRole('button', { name: 'Dispute it' }).click()
  await expect(card.getByText('✓ Disputed.')).toBeVisible()

  await ana.goto('/ledger')
  await expect(part(ana, 'On the way')).toContainText('Held: another member disputes it')
  await mod.goto('/karma/review')
  await expect(mod.getByText('For moderators')).toBeVisible()
  const moderator = await nameOf(mod)
  await withSql(stack, (sql) => sql`update app.member set role = 'moderator' where username = ${moderator}`)
  await mod.reload()
  const disputes = part(mod, 'Disputed restocks')
  await expect(disputes).toContainText('The shop is closed this week')
  await expectClean(mod, { picture: 'review' })
  await disputes.getByLabel('Why you decide so').fill('I called: closed for stocktaking')
  await disputes.getByRole('button', { name: 'It was wrong: take the awards back' }).click()
  await expect(disputes).toContainText('Nothing waits for you.')
  await expect(part(ana, 'Not paid')).toContainText('Taken back')
  await expect(part(ana, 'Not paid')).toContainText('I called: closed for stocktaking')
  await expect(part(ana, 'On the way')).toHaveCount(0)
  await mod.getByLabel('Of whom').fill(await nameOf(ben))
  await mod.getByRole('button', { name: 'Look', exact: true }).click()
  await expect(part(mod, 'Awards')).toContainText('First to confirm a restock')
})

test('whose circle only vouches for itself sees what that costs and why, appeals, and is heard', async ({
  open,
  stack,
}) => {
  const [kim, mod] = [await open(phone), await open(desktop)]
  for (const page of [kim, mod]) await tryIt(page)
  const [name, moderator] = [await nameOf(kim), await nameOf(mod)]
  await kim.goto('/karma')
  const circle = part(kim, 'Your circle')
  await expect(circle).toContainText('Nothing is taken off')
  await withSql(stack, async (sql) => {
    await closeCircle(sql, name)
    await sql`update app.member set role = 'moderator' where username = ${moderator}`
  })
  await kim.reload()
  await expect(circle).toContainText(`${mostOff} % is taken off`)
  await circle.getByLabel('Why this is wrong').fill('short')
  await circle.getByRole('button', { name: 'Appeal' }).click()
  await expect(circle.getByText('A moderator will look at your appeal.')).toHaveCount(0)
  await circle
    .getByLabel('Why this is wrong')
    .fill('We are five neighbours of one street with no other shop.')
  await circle.getByRole('button', { name: 'Appeal' }).click()
  await expect(circle).toContainText('A moderator will look at your appeal.')
  await expectClean(kim, { picture: 'circle' })

  await mod.goto('/karma/review')
  const appeals = part(mod, 'Appeals')
  await expect(appeals).toContainText(`${name}: ${mostOff} % off`)
  await expectClean(mod, { picture: 'appeal' })
  await appeals.getByLabel('Why you decide so').fill('I know the street: it is so.')
  await appeals.getByRole('button', { name: 'Grant: take nothing off' }).click()
  await expect(appeals).toContainText('Nothing waits for you.')
  await appeals.getByRole('checkbox', { name: 'Show the decided ones too' }).check()
  await expect(appeals).toContainText('I know the street: it is so.')
  await kim.reload()
  await expect(circle).toContainText('Nothing is taken off: your appeal was granted.')
})
