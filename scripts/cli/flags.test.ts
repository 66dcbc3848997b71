import { expect, test } from 'vitest'
import { z } from 'zod'
import { readFlags, readWords, refusing, shaped } from './flags.ts'

const refuse = refusing('npm run thing -- --size S')
const options = { size: { type: 'string' }, json: { type: 'boolean', default: false } } as const
const shape = z.object({ size: z.string('a size').max(3, 'at most 3 characters'), json: z.boolean() })

test('what Node complains of is told in one sentence, with how the command is used', () => {
  expect(() => readFlags(['--sise', '9'], options, refuse)).toThrow(
    expect.objectContaining({
      code: 'config.invalid',
      message: "Unknown option '--sise'.",
      fix: 'Usage: npm run thing -- --size S',
    }),
  )
})

test('words are for commands that take some', () => {
  expect(readWords(['list', '--json'], options, refuse)).toMatchObject({
    positionals: ['list'],
    values: { json: true },
  })
  expect(() => readFlags(['list'], options, refuse)).toThrow("Unexpected argument 'list'.")
})

test('flags are what their shape says, and all that are not are named', () => {
  expect(shaped(shape, readFlags(['--size', '9'], options, refuse), refuse)).toEqual({
    size: '9',
    json: false,
  })
  expect(() => shaped(shape, { size: '10.55', json: 'yes' }, refuse)).toThrow(
    /^--size must be at most 3 characters; --json must be .+\.$/,
  )
})
