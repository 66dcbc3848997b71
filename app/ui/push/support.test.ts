import { expect, test } from 'vitest'
import { obstacleOf, type PushGround } from './support.ts'

const able: PushGround = {
  isSecureContext: true,
  hasWorkers: true,
  hasPush: true,
  hasNotifications: true,
  permission: 'default',
  isApplePhone: false,
  isInstalled: false,
}

test('nothing stands in the way of a browser that can and may', () => {
  expect(obstacleOf(able)).toBeUndefined()
  expect(obstacleOf({ ...able, permission: 'granted' })).toBeUndefined()
})

test.each([
  ['insecure', { isSecureContext: false, hasWorkers: false, permission: undefined }],
  ['home-screen', { hasPush: false, hasNotifications: false, isApplePhone: true }],
  ['unsupported', { hasPush: false, isApplePhone: true, isInstalled: true }],
  ['unsupported', { hasPush: false }],
  ['unsupported', { hasNotifications: false, permission: undefined }],
  ['denied', { permission: 'denied' as const }],
])('%s is said of %o', (why, ground) => {
  expect(obstacleOf({ ...able, ...ground })).toBe(why)
})
