import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf } from '../support/http.ts'
import { openJar } from '../support/jar.ts'
import { newAccount, type Proof, presentProof, proofBy } from '../support/siwe.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let now = () => new Date()
beforeAll(async () => {
  web = await startTestWeb(() => ({ now: () => now() }))
})
afterAll(() => web.close())

const refused = async (answer: Response) =>
  expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'auth.nonce' })

test('a proof that was seen once is of no use to whoever recorded it', async () => {
  const proof = await proofBy(web.origin, newAccount())
  expect((await presentProof(web.origin, proof)).status).toBe(200)
  await refused(await presentProof(web.origin, proof))
})

test('of twenty who present one proof at once, one gets in', async () => {
  const proof = await proofBy(web.origin, newAccount())
  const answers = await Promise.all(Array.from({ length: 20 }, () => presentProof(web.origin, proof)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a proof recorded on its way is of no use in another browser, and its owner must sign again', async () => {
  const [mine, thief] = [openJar(web.origin), openJar(web.origin)]
  const body: Proof = await proofBy(web.origin, newAccount(), { jar: mine })
  await thief.ask('/auth/nonce', { method: 'POST' })
  await refused(await thief.ask('/auth/verify', { body }))
  await refused(await mine.ask('/auth/verify', { body }))
})

test('a nonce is used up by a message that fails, and one kept too long is of no use', async () => {
  const account = newAccount()
  const { message } = await proofBy(web.origin, account)
  const forged = { message, signature: await newAccount().signMessage({ message }) }
  expect((await presentProof(web.origin, forged)).ok).toBe(false)
  await refused(
    await presentProof(web.origin, { message, signature: await account.signMessage({ message }) }),
  )

  const far = { expirationTime: new Date(Date.now() + 3_600_000), issuedAt: new Date(Date.now() + 300_500) }
  const late = await proofBy(web.origin, account, far)
  now = () => new Date(Date.now() + 301_000)
  await refused(await presentProof(web.origin, late))
  now = () => new Date()
})
