import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from '../context.ts'
import { inTurns } from './turns.ts'

/** Answers when it is let go; `member` is what the rate limit found out. */
function openDoor() {
  const held: (() => void)[] = []
  let most = 0
  const app = new Hono<Env>()
    .use(async (c, next) => {
      const member = c.req.header('member')
      if (member) c.set('memberId', member)
      await next()
    })
    .use(inTurns())
    .all('/', async (c) => {
      most = Math.max(most, held.length + 1)
      await new Promise<void>((resolve) => held.push(resolve))
      if (c.req.header('fails')) throw new Error('it does')
      return c.text('done')
    })
    .onError((_, c) => c.text('failed', 500))
  const ask = async (method: string, headers: Record<string, string>) => app.request('/', { method, headers })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  /** Lets the longest inside go. */
  const letOne = async () => {
    held.shift()?.()
    await settle()
  }
  return { ask, letOne, settle, inside: () => held.length, most: () => most }
}

test('two changes of a member are under way, the others wait; all are answered', async () => {
  const { ask, letOne, settle, inside, most } = openDoor()
  const asked = Array.from({ length: 10 }, () => ask('POST', { member: 'ana' }))
  await settle()
  expect(inside()).toBe(2)
  for (let left = 10; left > 0; left--) await letOne()
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(10).fill(200))
  expect(most()).toBe(2)
})

test('others do not wait for them, nor do reads, nor strangers', async () => {
  const { ask, letOne, settle, inside } = openDoor()
  const asked = [1, 2, 3].map(() => ask('POST', { member: 'ana' }))
  asked.push(ask('POST', { member: 'ben' }), ask('GET', { member: 'ana' }), ask('POST', {}))
  await settle()
  expect(inside()).toBe(5)
  for (let left = 6; left > 0; left--) await letOne()
  await Promise.all(asked)
})

test('one that fails lets the next one in', async () => {
  const { ask, letOne, settle, inside } = openDoor()
  const asked = [1, 2, 3].map(() => ask('PUT', { member: 'ana', fails: 'yes' }))
  await settle()
  await letOne()
  expect(inside()).toBe(2)
  await letOne()
  await letOne()
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([500, 500, 500])
})
