import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf } from '../support/http.ts'
import { newAccount, presentProof, proofBy, type SiweChange } from '../support/siwe.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)
const times: [string, () => SiweChange][] = [
  ['issued more than five minutes ago', () => ({ issuedAt: ago(301) })],
  ['issued in the future, to be used later', () => ({ issuedAt: ago(-120), expirationTime: ago(-3600) })],
  ['that has expired', () => ({ expirationTime: ago(1) })],
  ['without an expiration', () => ({ expirationTime: undefined })],
  ['that is not valid yet', () => ({ notBefore: ago(-120) })],
]

test.each(times)('a message %s is refused', async (_, change) => {
  const answer = await presentProof(web.origin, await proofBy(web.origin, newAccount(), change()))
  expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'auth.message' })
})

test.each(['Issued At', 'Expiration Time'])('a message whose %s is no time is refused', async (field) => {
  const account = newAccount()
  const { message } = await proofBy(web.origin, account)
  const changed = message.replace(new RegExp(`^${field}: .+$`, 'm'), `${field}: tomorrow`)
  const signature = await account.signMessage({ message: changed })
  const answer = await presentProof(web.origin, { message: changed, signature })
  expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'auth.message' })
})
