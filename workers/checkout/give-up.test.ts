import { expect, test } from 'vitest'
import { Retryable } from '../../core/errors.ts'
import { listDeadLetters } from '../../db/pool/list.ts'
import { raiseFence, readFence } from '../../db/purchases/fence.ts'
import { loadWork } from '../../db/purchases/work.ts'
import { vaultForTest } from '../../test/support/vault.ts'
import { giveUp } from './give-up.ts'

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const trouble = new Retryable({ code: 'browser.died', message: 'The browser did not start.' })

async function world() {
  const { app, ann, buy } = await vaultForTest()
  const id = await buy(ann, ann.address)
  const end = (error: Error) => giveUp({ sql: app, logger: quiet }, id, error)
  const outcome = async () =>
    (await app`select outcome from app.purchase_request where id = ${id}`)[0]?.outcome
  return { app, id, end, outcome }
}

test('what used up its tries is handed to its member, and kept for the operator with what stood in the way', async () => {
  const { app, id, end, outcome } = await world()
  await end(trouble)
  expect(await outcome()).toMatchObject({ kind: 'handover', reason: 'unknown-page' })
  expect(await listDeadLetters(app, 10)).toMatchObject([
    { request_id: id, code: 'browser.died', message: 'The browser did not start.', state: 'queued' },
  ])
})

test('the code of an error is found behind what the queue made of it', async () => {
  const { app, end } = await world()
  await end(new Error('unrecoverable', { cause: trouble }))
  expect(await listDeadLetters(app, 10)).toMatchObject([{ code: 'browser.died' }])
})

test('past the fence the member is told to look, the fence stays, and the letter says so', async () => {
  const { app, id, end, outcome } = await world()
  await app`update app.purchase_request set state = 'confirmed' where id = ${id}`
  await raiseFence(app, id)
  await end(trouble)
  expect(await outcome()).toMatchObject({ kind: 'unknown-needs-member' })
  expect(await readFence(app, id)).toMatchObject({ state: 'unknown' })
  expect(await listDeadLetters(app, 10)).toMatchObject([{ state: 'submitting' }])
})

test('a checkout that ended meanwhile is no dead letter', async () => {
  const { app, id, end } = await world()
  await app`update app.purchase_request set state = 'not-ordered' where id = ${id}`
  await end(trouble)
  expect(await listDeadLetters(app, 10)).toEqual([])
  expect((await loadWork(app, id))?.state).toBe('not-ordered')
})
