import { expect, test } from 'vitest'
import { isAtLeast, type Role, roleShape } from './role.ts'

test('each role may do what the ones below it may, and nothing above', () => {
  const may = (role: Role) => roleShape.options.filter((needed) => isAtLeast(role, needed))
  expect(may('member')).toEqual(['member'])
  expect(may('moderator')).toEqual(['member', 'moderator'])
  expect(may('admin')).toEqual(['member', 'moderator', 'admin'])
})
