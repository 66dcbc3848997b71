import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { emptyDatabase, run } from '../test/support/cli.ts'
import { isLostLogin, surviveLostLogins } from './lost-login.ts'

const process = fileURLToPath(new URL('../test/support/lost-login.ts', import.meta.url))
const connecting = async (...args: string[]) => {
  const { url } = await emptyDatabase()
  return run(process, [url, ...args]).ended
}

test('a connection that is lost while it is opened does not end the process, and the next one serves', async () => {
  expect(await connecting('2', 'survive')).toEqual({ code: 0, out: 'answered\n', err: '' })
})

/** When this is no longer so, postgres.js was mended, and lost-login.ts can go. */
test('without that, it does', async () => {
  const { code, err } = await connecting('1')
  expect(code).toBe(1)
  expect(err).toMatch(/CONNECTION_CLOSED/)
})

test('whatever else nobody caught ends the process as ever', () => {
  const lost = { code: 'CONNECTION_CLOSED' }
  const types = { query: 'select b.oid from pg_catalog.pg_type a' }
  expect(isLostLogin(Object.assign(new Error(), lost, types))).toBe(true)
  const others = [
    new Error('x'),
    Object.assign(new Error(), lost),
    Object.assign(new Error(), types),
    'text',
    null,
  ]
  for (const reason of others) {
    expect(isLostLogin(reason)).toBe(false)
    const on = (_: string, listener: (told: unknown) => void) => listener(reason)
    expect(() => surviveLostLogins({ on })).toThrow()
  }
})
