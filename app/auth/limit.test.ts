import { expect, test } from 'vitest'
import { limit } from './limit.ts'

/** Jobs that wait until told. */
function hold() {
  const release: (() => void)[] = []
  let running = 0
  const job = async () => {
    running++
    await new Promise<void>((resolve) => release.push(resolve))
    running--
  }
  return { job, next: () => release.shift()?.(), running: () => running }
}

test('runs some, lines up some, refuses the rest, and lets the next in', async () => {
  const line = limit({ running: 2, waiting: 1 })
  const { job, next, running } = hold()
  const jobs = [line(job), line(job), line(job)]
  await expect(line(job)).rejects.toMatchObject({ code: 'auth.busy', status: 503 })
  expect(running()).toBe(2)
  next()
  await jobs[0]
  await expect.poll(running).toBe(2)
  next()
  next()
  await Promise.all(jobs)
  expect(running()).toBe(0)
})

test('a job that fails gives its place back', async () => {
  const line = limit({ running: 1, waiting: 1 })
  await expect(line(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(line(async () => 'yes')).resolves.toBe('yes')
})
