import { expect, type Page } from '@playwright/test'
import { uuidv7 } from '../../core/id.ts'
import { expectClean } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { withSql } from './support/ledger.ts'
import { nameOf } from './support/name.ts'
import { tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function admin(stack: Stack, page: Page): Promise<void> {
  await tryIt(page)
  const name = await nameOf(page)
  await withSql(stack, (sql) => sql`update app.member set role = 'admin' where username = ${name}`)
}

/** A message of this member's that nobody tries again. */
async function giveUp(stack: Stack, username: string): Promise<void> {
  const [id, alertId] = [uuidv7(), uuidv7()]
  await withSql(stack, async (sql) => {
    const [member] = await sql<{ id: string }[]>`select id from app.member where username = ${username}`
    const memberId = member?.id ?? ''
    await sql`
      insert into app.notice (alert_id, at, content) values (${alertId}, now(), ${sql.json({ kind: 'restock' })})`
    await sql`
      insert into app.delivery (id, alert_id, member_id, channel_id, due_at, gather, urgent, state, tries, problem, ended_at)
      select ${id}, ${alertId}, ${memberId}, id, now(), false, false, 'dead', 5, 'It answered 500.', now()
        from app.channel where member_id = ${memberId} limit 1`
  })
}

test('an admin sees every part, and starts again what was given up on; others see none of it', async ({
  open,
  stack,
}) => {
  const member = await open(phone)
  await tryIt(member)
  const username = await nameOf(member)
  await member.goto('/operator')
  await expect(member.getByText('For admins')).toBeVisible()
  await expectClean(member, { picture: 'operator-closed' })
  await member.goto('/me/notifications')
  await member.getByLabel('Name', { exact: true }).fill('My bot')
  await member.getByLabel('Address').fill('http://127.0.0.1:9/hook')
  await member.getByRole('button', { name: 'Add it' }).click()
  await expect(member.getByText(/^whsec_/)).toBeVisible()
  await giveUp(stack, username)

  const page = await open(desktop)
  await admin(stack, page)
  await page.goto('/me/conduct')
  await page.getByRole('link', { name: 'Operate' }).click()
  const components = part(page, 'Components')
  await expect(components.getByRole('list', { name: 'Components' }).getByRole('listitem')).toHaveCount(12)
  await expect(components.getByRole('list', { name: 'Queues' })).toContainText('Checkouts')
  await expect(components).toContainText('behind the head')
  const dead = part(page, 'Dead letters').getByRole('listitem').filter({ hasText: username })
  await expect(dead).toContainText('It answered 500.')
  await expectClean(page, { picture: 'operator' })
  await dead.getByRole('button', { name: 'Try again' }).click()
  await expect(dead).toHaveCount(0)
  await expect(part(page, 'Ledger')).toContainText(/compared at block|has not compared/)
})
