import { expect, onTestFinished, test } from 'vitest'
import { asProblem, Problem, problemOf } from './problem.ts'

const answer = (body: string, status: number) => problemOf(new Response(body, { status }))

test('says what the API said, with its fix and the message of each field', async () => {
  const problem = await answer(
    JSON.stringify({
      detail: 'The size is not one.',
      code: 'input.invalid',
      fix: 'Send a size such as 10.',
      errors: [
        { path: 'size', message: 'a size such as 10' },
        { path: ['shipping', 'city'], message: 'too short' },
      ],
    }),
    422,
  )
  expect(problem).toMatchObject({
    status: 422,
    code: 'input.invalid',
    message: 'The size is not one.',
    fix: 'Send a size such as 10.',
    fields: { size: 'a size such as 10', 'shipping.city': 'too short' },
  })
})

test('says what is wrong with a field in the language that is on', async () => {
  globalThis.snpdWords = (part) =>
    part === 'api/fields' ? { 'at least {n} characters': 'mindestens {n} Zeichen' } : undefined
  onTestFinished(() => {
    globalThis.snpdWords = undefined
  })
  const errors = [{ path: 'password', message: 'at least 12 characters' }]
  const problem = await answer(JSON.stringify({ detail: 'password: at least 12 characters', errors }), 422)
  expect(problem.fields).toEqual({ password: 'mindestens 12 Zeichen' })
})

test('stays readable when the answer is no problem document at all', async () => {
  expect((await answer('<html>', 502)).message).toBe('The server answered 502.')
})

test('tells a no in the wallet from a wallet that does not know the chain, however deep the code lies', () => {
  const deep = (code: number) => new Error('viem', { cause: new Error('more viem', { cause: { code } }) })
  expect(asProblem(deep(4001))).toMatchObject({ code: 'wallet.declined' })
  expect(asProblem({ code: 4902 })).toMatchObject({ code: 'wallet.chain' })
  expect(asProblem(deep(-32603))).toMatchObject({ code: 'client', message: 'viem' })
})

test('keeps a Problem and turns anything else into one', () => {
  const problem = new Problem({ status: 403, code: 'gate.closed', detail: 'Closed.' })
  expect(asProblem(problem)).toBe(problem)
  expect(asProblem('odd').message).toBe('Something went wrong.')
})
