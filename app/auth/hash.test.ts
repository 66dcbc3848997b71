import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './hash.ts'

const password = 'seven green lamps at dawn'

test('knows the password again, and no other', async () => {
  const stored = await hashPassword(password)
  expect(await verifyPassword(password, stored)).toBe(true)
  expect(await verifyPassword(`${password} `, stored)).toBe(false)
  expect(await hashPassword(password)).not.toBe(stored)
})

test('one text in two Unicode forms is one password', async () => {
  expect(await verifyPassword('cafe\u0301 cafe\u0301 cafe\u0301', await hashPassword('café café café'))).toBe(
    true,
  )
})

test('reads the parameters from the hash: one made with others still verifies', async () => {
  const nonce = Buffer.alloc(16, 7)
  const tag = argon2Sync('argon2id', {
    message: password,
    nonce,
    memory: 64,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  })
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  expect(await verifyPassword(password, `$argon2id$v=19$m=64,t=3,p=1$${text(nonce)}$${text(tag)}`)).toBe(true)
})

test('no hash, or one of another kind, is never right', async () => {
  expect(await verifyPassword(password, undefined)).toBe(false)
  expect(await verifyPassword('', '')).toBe(false)
  expect(await verifyPassword(password, '$2b$10$abcdefghijklmnopqrstuv')).toBe(false)
})
