import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf } from '../support/http.ts'
import { newAccount, presentProof, proofBy, type SiweChange } from '../support/siwe.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

// A phishing site lets its visitor sign in there and passes what was signed on to us.
let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const sites: [string, (host: string) => SiweChange][] = [
  ['another domain', () => ({ domain: 'evil.example' })],
  ['our name as a part of another', (host) => ({ domain: `${host.split(':')[0]}.evil.example` })],
  ['our name on another port', () => ({ domain: 'localhost:1' })],
  ['our name without its port', (host) => ({ domain: host.split(':')[0] ?? '' })],
  ['another uri', () => ({ uri: 'http://evil.example' })],
  ['our uri with another scheme', (host) => ({ uri: `https://${host}` })],
  ['our uri as the user of another', (host) => ({ uri: `http://${host}@evil.example` })],
  ['a page of ours instead of the origin', (host) => ({ uri: `http://${host}/sign-in` })],
]

test.each(sites)('a message for %s is refused, and uses no nonce up', async (_, change) => {
  const host = new URL(web.origin).host
  const [account, fields] = [newAccount(), change(host)]
  const proof = await proofBy(web.origin, account, fields)
  const problem = await problemOf(await presentProof(web.origin, proof))
  expect(problem).toMatchObject({ status: 401, code: 'auth.message' })
  expect(await web.db.app`select 1 from app.wallet`).toHaveLength(0)
  const nonce = /^Nonce: (\w+)$/m.exec(proof.message)?.[1]
  expect(await web.db.app`select 1 from app.nonce where nonce = ${nonce ?? ''}`).toHaveLength(1)
})
