import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf } from '../support/http.ts'
import { newAccount, presentProof, proofBy } from '../support/siwe.ts'
import { CHAIN_ID, startTestWeb, type TestWeb } from '../support/web.ts'

// A contract wallet's owner differs from chain to chain: what is said on one counts on that one alone.
let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

test.each([1, CHAIN_ID + 1, CHAIN_ID * 10, 0])('a message for chain %i is refused', async (chainId) => {
  const answer = await presentProof(web.origin, await proofBy(web.origin, newAccount(), { chainId }))
  expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'auth.message' })
})

test('a message that leaves the chain out, or names two, is refused', async () => {
  const account = newAccount()
  const { message } = await proofBy(web.origin, account)
  const line = `Chain ID: ${CHAIN_ID}\n`
  for (const changed of [message.replace(line, ''), message.replace(line, `${line}${line}`)]) {
    const signature = await account.signMessage({ message: changed })
    const answer = await presentProof(web.origin, { message: changed, signature })
    expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'auth.message' })
  }
})
