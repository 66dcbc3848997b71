import { expect, test } from 'vitest'
import { GivenBack } from '../../adapters/queue/worker.ts'
import { leavingAt, unlessLeaving } from './leave.ts'

const signals = () => ({ soon: new AbortController(), over: new AbortController() })
const never = () => new Promise<never>(() => undefined)

test('a job before its fence leaves as soon as the process drains, whatever it waits for', async () => {
  const { soon, over } = signals()
  const { draining } = leavingAt(soon.signal, over.signal)
  const work = unlessLeaving(draining, never())
  soon.abort()
  await expect(work).rejects.toBeInstanceOf(GivenBack)
})

test('one behind its fence stays until the time is over', async () => {
  const { soon, over } = signals()
  const { draining, stay } = leavingAt(soon.signal, over.signal)
  stay()
  soon.abort()
  expect(draining.aborted).toBe(false)
  expect(await unlessLeaving(draining, Promise.resolve('ordered'))).toBe('ordered')
  over.abort()
  await expect(unlessLeaving(draining, never())).rejects.toBeInstanceOf(GivenBack)
})

test('nobody raises a fence in a process that drains already', () => {
  for (const which of ['soon', 'over'] as const) {
    const both = signals()
    const { stay } = leavingAt(both.soon.signal, both.over.signal)
    both[which].abort()
    expect(stay).toThrow(GivenBack)
  }
})

test('a job that starts in a process that drains leaves at once, and one that is done hears nothing any more', () => {
  const { soon, over } = signals()
  const done = leavingAt(soon.signal, over.signal)
  done.done()
  soon.abort()
  expect(done.draining.aborted).toBe(false)
  expect(leavingAt(soon.signal, over.signal).draining.aborted).toBe(true)
})
