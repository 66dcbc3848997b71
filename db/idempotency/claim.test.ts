import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import { claimRequest } from './claim.ts'
import { giveBack, keepAnswer } from './finish.ts'

const asked = { id: Buffer.alloc(32, 1), request: Buffer.alloc(32, 2) }
const [start, later] = [new Date('2026-11-23T00:00:00Z'), new Date('2026-11-23T00:01:01Z')]

test('a run that comes back after its claim went to another neither answers for it nor gives it back', async () => {
  const { app } = await databaseForTest()
  const slow = await claimRequest(app, asked, start)
  const next = await claimRequest(app, asked, later)
  if (slow.kind !== 'mine' || next.kind !== 'mine') throw new Error('not taken over')
  await keepAnswer(app, { id: asked.id, claim: slow.claim, answer: Buffer.from('late') })
  await giveBack(app, { id: asked.id, claim: slow.claim })
  expect(await claimRequest(app, asked, later)).toEqual({ kind: 'in-flight' })
  await keepAnswer(app, { id: asked.id, claim: next.claim, answer: Buffer.from('mine') })
  await giveBack(app, { id: asked.id, claim: next.claim })
  expect(await claimRequest(app, asked, later)).toEqual({ kind: 'answered', answer: Buffer.from('mine') })
})
