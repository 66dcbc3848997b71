import { expect, test } from 'vitest'
import { z } from 'zod'
import { issueOf } from './issue.ts'

const shape = z.strictObject({ vote: z.strictObject({ delay: z.int() }), name: z.string() })

function issuesIn(value: unknown): string {
  const { error } = shape.safeParse(value)
  return error ? issueOf(error) : 'none'
}

test('says in one line what does not fit, where, and how many more there are', () => {
  expect(issuesIn({ vote: { delay: true }, name: 'n' })).toBe(
    'vote.delay Invalid input: expected number, received boolean',
  )
  expect(issuesIn({})).toBe('vote Invalid input: expected object, received undefined, and 1 more')
  expect(issuesIn(7)).toBe('Invalid input: expected object, received number')
})

test('leaves the message of any other error as it is', () => {
  expect(issueOf(new Error('ENOENT: no such file'))).toBe('ENOENT: no such file')
})
