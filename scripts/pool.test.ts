import { expect, test } from 'vitest'
import { deleteMember } from '../db/members/delete.ts'
import { listDeadLetters } from '../db/pool/list.ts'
import { replayDeadLetter } from '../db/pool/replay.ts'
import { writeDeadLetter } from '../db/pool/write.ts'
import { getPurchase } from '../db/purchases/get.ts'
import { readShipping } from '../db/vault/shipping.ts'
import { run } from '../test/support/cli.ts'
import { vaultForTest } from '../test/support/vault.ts'

/** A checkout of Ann's that was given up on in this state. */
async function site(state = 'walking') {
  const { app, appUrl, ring, files, ann, buy } = await vaultForTest()
  const id = await buy(ann, ann.address)
  await app`update app.purchase_request set state = 'handover', pass_tier = 2 where id = ${id}`
  await writeDeadLetter(app, { id, state }, { code: 'browser.died', message: 'No browser.' })
  const pool = (...args: string[]) =>
    run('scripts/pool.ts', args, { APP_DATABASE_URL: appUrl, VAULT_KEYS: files.vault }).ended
  return { app, ring, ann, id, pool }
}

test('a dead checkout is listed and started again as a new request, with the same wishes and the same turn', async () => {
  const { app, ring, ann, id, pool } = await site()
  expect((await pool('dead')).out).toMatch(
    new RegExp(`^${id} .* ann  can be started again\n  browser.died: No browser.\n$`),
  )
  const { code, out } = await pool('replay', id)
  expect(code).toBe(0)
  const made = out.match(/as request (\S+);/)?.[1] ?? ''
  expect(await getPurchase(app, { id: made, memberId: ann.id })).toMatchObject({
    ...{ state: 'queued', size: '10', max_total_minor: 1, currency: 'USD', mode: 'review' },
  })
  expect(await readShipping(app, ring, made)).toEqual(ann.address)
  const [row] = await app`select pass_tier, email from app.purchase_request where id = ${made}`
  expect(row).toEqual({ pass_tier: 2, email: 'k@example.org' })
  expect((await getPurchase(app, { id, memberId: ann.id }))?.state).toBe('handover')
  expect((await pool('dead')).out).toContain(`started again as ${made}`)
  expect((await pool('replay', id)).err).toBe(
    `It was started again already, as request ${made}. Look at that one.\n`,
  )
})

test('one that may have been ordered is never started again', async () => {
  const { app, id, pool } = await site('submitting')
  expect((await pool('replay', id)).err).toMatch(
    /^This checkout is past its fence: it may have been ordered./,
  )
  expect((await pool('dead')).out).toContain('past its fence: never started again')
  expect(await app`select 1 from app.purchase_request`).toHaveLength(1)
})

test('two operators at once start one; a start that was cut off is made good under the same name', async () => {
  const { app, ring, id } = await site()
  const both = await Promise.allSettled([replayDeadLetter(app, ring, id), replayDeadLetter(app, ring, id)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [dead] = await listDeadLetters(app, 10)
  await app`delete from app.purchase_request where id = ${dead?.replayed_as ?? ''}`
  expect((await listDeadLetters(app, 10))[0]?.replayed_as).toBeNull()
  expect(await replayDeadLetter(app, ring, id)).toBe(dead?.replayed_as)
})

test('what is refused to its member is refused to a replay: here, a third open checkout', async () => {
  const { app, ring, id } = await site()
  await app`
    insert into app.purchase_request (id, member_id, drop_id, size, max_total_minor, currency, mode, email, state)
    select gen_random_uuid(), member_id, drop_id, size, 1, 'USD', mode, email, 'queued'
    from app.purchase_request, generate_series(1, 2) where id = ${id}`
  await expect(replayDeadLetter(app, ring, id)).rejects.toMatchObject({ code: 'checkout.too-many-open' })
})

test('the letters of a member who leaves go with them', async () => {
  const { app, ring, ann } = await site()
  await deleteMember(app, ring, ann.id)
  expect(await listDeadLetters(app, 10)).toEqual([])
})

test('the status says what waits and since when, and who is at work', async () => {
  const { app, pool } = await site()
  await app`update app.purchase_request set state = 'queued', created_at = now() - interval '90 seconds'`
  await app`insert into app.heartbeat (component, at, detail)
    values ('workers:here:7', now(), ${app.json({ contexts: 4, busy: 3, browser: 'Chromium 153' })})`
  expect((await pool('status')).out).toMatch(
    /^1 wait, the oldest for 9\d s; 0 under way; 1 dead\.\nJobs: .*\nWorkers:\n {2}here:7 {2}3 of 4 pages in use {2}Chromium 153\n$/,
  )
})

test.each([
  [['replay', '7'], /Usage:/],
  [['replay'], /Usage:/],
  [['status', 'more'], /Usage:/],
  [['--king'], /^Unknown option '--king'/],
  [['replay', '00000000-0000-4000-8000-000000000000'], /^There is no dead letter of request 0000/],
])('%j is refused', async (args, sentence) => {
  const { pool } = await site()
  const { code, err } = await pool(...args)
  expect(code).toBe(1)
  expect(err).toMatch(sentence)
})
