import { AsyncLocalStorage, createHook } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sql } from '../../db/client.ts'
import { ask, problemOf, register } from '../support/http.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

// Whether somebody is a member must not be told by how long a refusal takes. Clocks prove nothing on a busy machine, so
// the work is compared: argon2 runs in Node's thread pool, and the statements sent to Postgres.
let hashes = 0
const hook = createHook({
  init: (_id, type) => {
    if (type === 'ARGON2REQUEST') hashes++
  },
})
const statements: string[] = []

// What the server does by itself meanwhile, such as looking for new alerts, is no part of an answer.
const answering = new AsyncLocalStorage<boolean>()
const enter = () => answering.enterWith(true)
const REQUESTS = 'http.server.request.start'

/** The client itself; what it is asked for a request is written down, without the values. */
function overheard(sql: Sql): Sql {
  return new Proxy(sql, {
    apply: (target, self, args: Parameters<Sql>) => {
      const [text] = args as unknown as [TemplateStringsArray | string]
      if (answering.getStore() && typeof text !== 'string')
        statements.push(text.join('?').replace(/\s+/g, ' ').trim())
      return Reflect.apply(target, self, args)
    },
  })
}

let web: TestWeb
beforeAll(async () => {
  hook.enable()
  subscribe(REQUESTS, enter)
  const { openStores } = await import('../../app/auth/stores.ts')
  web = await startTestWeb(({ sql, redis }) => {
    const heard = overheard(sql)
    return { sql: heard, stores: openStores({ sql: heard, redis }) }
  })
  await register(web.origin, 'known')
  await register(web.origin, 'no_password')
  await web.db.app`update app.member set password_hash = null where username = 'no_password'`
})
afterAll(async () => {
  hook.disable()
  unsubscribe(REQUESTS, enter)
  await web.close()
})

/** What one refused sign-in costs, and what it answers. */
async function refusal(login: string) {
  hashes = 0
  statements.length = 0
  const body = { login, password: 'seven red lamps at dusk' }
  const answer = await ask(`${web.origin}/api/users/login`, { body })
  const headers = Object.fromEntries(answer.headers)
  for (const name of ['x-request-id', 'date', 'content-security-policy']) delete headers[name]
  const { request_id: _, ...problem } = await problemOf(answer)
  return { hashes, statements: [...statements], headers, problem }
}

test('a wrong password, an unknown name or email and a member without a password cost and answer the same', async () => {
  const known = await refusal('known')
  expect(known).toMatchObject({ hashes: 1, problem: { status: 401, code: 'auth.credentials' } })
  expect(known.statements.length).toBeGreaterThan(0)
  for (const login of ['unknown', 'no_password']) expect(await refusal(login)).toEqual(known)
  const email = await refusal('known@example.test')
  for (const login of ['unknown@example.test', 'no_password@example.test'])
    expect(await refusal(login)).toEqual(email)
  const { statements: _one, ...byName } = known
  const { statements: _two, ...byEmail } = email
  expect(byEmail).toEqual(byName)
})

test('a throttled login says the same whether anyone has it, and hashes nothing', async () => {
  const answers = []
  for (const login of ['known', 'unknown']) {
    await web.db.app`
      insert into app.login_attempt values (${`login:${login}`}, 10, now() + interval '1 minute')
      on conflict (subject) do update set failures = 10`
    answers.push(await refusal(login))
  }
  expect(answers[1]).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ hashes: 0, problem: { status: 429, code: 'auth.throttled' } })
})

test("guesses at a name do not throttle its member's email, which would tell that they belong together", async () => {
  await register(web.origin, 'pair')
  await web.db.app`
    insert into app.login_attempt values ('login:pair', 10, now() + interval '1 minute')`
  expect((await refusal('pair')).problem.code).toBe('auth.throttled')
  expect((await refusal('pair@example.test')).problem.code).toBe('auth.credentials')
})

test('a taken email costs a registration as much hashing as a free one', async () => {
  const hashesOf = async (email: string, username: string) => {
    hashes = 0
    await ask(`${web.origin}/api/users/register`, {
      body: { email, username, password: 'seven green lamps at dawn' },
    })
    return hashes
  }
  expect(await hashesOf('known@example.test', 'somebody')).toBe(1)
  expect(await hashesOf('free@example.test', 'somebody_else')).toBe(1)
})
