import { expect, test } from 'vitest'
import { usernameShape } from '../member/shape.ts'
import { newNonce, startingUsername } from './name.ts'

test('a nonce has 128 bits in letters alone, and is another each time', () => {
  const nonces = Array.from({ length: 100 }, newNonce)
  for (const nonce of nonces) expect(nonce).toMatch(/^[a-p]{32}$/)
  expect(new Set(nonces).size).toBe(100)
})

test('a starting username is a valid username', () => {
  expect(usernameShape.parse(startingUsername())).toMatch(/^runner_/)
})
