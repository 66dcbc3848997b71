import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTarget } from '../support/attack.ts'
import { problemOf } from '../support/http.ts'
import { newAccount, presentProof, proofBy } from '../support/siwe.ts'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

test('a token whose signature is cut, empty or longer is refused', async () => {
  const [head, payload, signature = ''] = (await target.forge()).split('.')
  for (const other of [signature.slice(0, -2), signature.slice(0, 43), '', `${signature}AA`, 'A'.repeat(86)])
    await target.expectRefused(`${head}.${payload}.${other}`)
  await target.expectRefused(`${head}.${payload}`)
})

test("a wallet's signature that is cut is refused before anything else is asked", async () => {
  const { message, signature } = await proofBy(target.web.origin, newAccount())
  for (const cut of [signature.slice(0, -2), signature.slice(0, 66), '0x', signature.slice(2)]) {
    const answer = await presentProof(target.web.origin, { message, signature: cut as Hex })
    expect(await problemOf(answer)).toMatchObject({ status: 422, errors: [{ path: 'signature' }] })
  }
  // The nonce was not used up by any of them.
  expect((await presentProof(target.web.origin, { message, signature })).status).toBe(200)
})
