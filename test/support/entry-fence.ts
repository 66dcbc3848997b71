import { expect } from 'vitest'
import type { EntryFence } from '../../core/raffle-form/fence.ts'
import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'

const entered: EntryOutcome = { kind: 'entered', number: 'D-7', evidence: 'You are in.' }
const unknown: EntryOutcome = { kind: 'unknown-needs-member', detail: 'Nobody can tell.' }
const refused: EntryOutcome = { kind: 'not-entered', reason: 'refused', detail: 'No.', evidence: null }
const entry = { title: 'Tern High draw', cookies: [] }

/**
 * What every fence of a draw promises. @param open the same member's and draw's fence each time, as another process
 * would open it
 */
export async function conformFence(open: () => Promise<EntryFence>): Promise<void> {
  const fence = await open()
  expect(await fence.read()).toBeUndefined()

  // Of several at once, one raises it.
  const raised = await Promise.allSettled(
    [open(), open(), open()].map(async (each) => (await each).raise(entry)),
  )
  const refusals = raised.filter((each) => each.status === 'rejected')
  expect(refusals.map(({ reason }) => (reason as { code: string }).code)).toEqual(
    Array(2).fill('raffle-form.already-entered'),
  )
  expect(await (await open()).read()).toMatchObject({
    state: 'submitting',
    title: entry.title,
    outcome: null,
  })

  // What nobody knows keeps standing, and what the shop denies does not.
  await fence.settle(unknown)
  expect(await fence.read()).toMatchObject({ state: 'submitting', outcome: unknown })
  await expect(fence.raise(entry)).rejects.toThrow('in this draw')
  await fence.settle(refused)
  expect(await fence.read()).toBeUndefined()

  // An entry stands for ever.
  await fence.raise(entry)
  await fence.settle(entered)
  expect(await (await open()).read()).toMatchObject({ state: 'entered', outcome: entered, cookies: [] })
  await expect(fence.raise(entry)).rejects.toThrow('in this draw')
}
