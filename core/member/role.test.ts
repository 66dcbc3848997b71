import { expect, test } from 'vitest'
import { isAtLeast, type Role, roles } from './role.ts'

test('each role may do what the ones below it may, and nothing above', () => {
  const may = (role: Role) => roles.filter((needed) => isAtLeast(role, needed))
  expect(may('member')).toEqual(['member'])
  expect(may('moderator')).toEqual(['member', 'moderator'])
  expect(may('admin')).toEqual(['member', 'moderator', 'admin'])
})
