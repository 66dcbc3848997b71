import { z } from '@hono/zod-openapi'
import { expect, test } from 'vitest'
import { newRouter } from './router.ts'

// Making a router is what says to zod in which words.
newRouter()

const said = (shape: z.ZodType, value: unknown) =>
  shape.safeParse(value).error?.issues.map(({ message }) => message)

test('what is wrong with a field is said in the words of whoever fills it in', () => {
  expect(said(z.string(), undefined)).toEqual(['needed'])
  expect(said(z.string().min(1), '')).toEqual(['needed'])
  expect(said(z.string(), 7)).toEqual(['must be text'])
  expect(said(z.int(), 1.5)).toEqual(['must be a whole number'])
  expect(said(z.string().min(12), 'short')).toEqual(['at least 12 characters'])
  expect(said(z.string().max(3), 'long')).toEqual(['at most 3 characters'])
  expect(said(z.array(z.int()).max(2), [1, 2, 3])).toEqual(['at most 2 of them'])
  expect(said(z.int().min(5), 4)).toEqual(['at least 5'])
  expect(said(z.number().positive(), 0)).toEqual(['more than 0'])
  expect(said(z.email(), 'kim')).toEqual(['an e-mail address such as kim@example.com'])
  expect(said(z.string().regex(/^a/), 'b')).toEqual(['not in the form that it has'])
  expect(said(z.enum(['new', 'worn']), 'old')).toEqual(['one of: new, worn'])
  expect(said(z.int().multipleOf(5), 7)).toEqual(['a multiple of 5'])
})

test('what a shape says itself goes before', () => {
  expect(said(z.string().min(3, 'write something'), 'a')).toEqual(['write something'])
})
