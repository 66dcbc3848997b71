import { expect, test } from 'vitest'
import { lockerOf, open, requestHash, seal } from './seal.ts'

const source = { scope: 'member:1', key: 'a key', pepper: Buffer.from('pepper') }
const locker = lockerOf(source)
const others = [
  lockerOf({ ...source, scope: 'member:2' }),
  lockerOf({ ...source, key: 'another key' }),
  lockerOf({ ...source, pepper: Buffer.from('salt') }),
]

test('what is sealed opens again, and two seals of it differ', () => {
  expect(open(locker, seal(locker, 'tokens'))).toBe('tokens')
  expect(seal(locker, 'tokens')).not.toEqual(seal(locker, 'tokens'))
  expect(seal(locker, 'tokens').toString('latin1')).not.toContain('tokens')
})

test('another caller, another key and another site open nothing, and a moved row does not open', () => {
  const sealed = seal(locker, 'tokens')
  for (const other of others) expect(() => open(other, sealed)).toThrow()
  expect(() => open({ ...locker, id: Buffer.alloc(32) }, sealed)).toThrow()
})

test('no byte can be changed or cut off', () => {
  const sealed = seal(locker, 'tokens')
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => open(locker, changed)).toThrow()
    expect(() => open(locker, sealed.subarray(0, at))).toThrow()
  }
})

test('the hash of a request is keyed: the same request of another key has another', () => {
  const parts = ['/api/users/login', '', 'application/json', '{"password":"1234"}']
  expect(requestHash(locker, parts)).toEqual(requestHash(lockerOf(source), parts))
  for (const other of others) expect(requestHash(other, parts)).not.toEqual(requestHash(locker, parts))
  expect(requestHash(locker, ['a', 'b'])).not.toEqual(requestHash(locker, ['ab', '']))
})
