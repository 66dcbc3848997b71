import { expect, test } from 'vitest'
import { relayStates } from '../../../core/relay/states.ts'
import { relayedFunctions } from '../../../core/relay/whitelist.ts'
import { callWords, relayWords, stepWords } from './words.ts'

test('every state of a request has words of its own', () => {
  const words = Object.keys(relayStates).map(
    (state) => Object.entries(relayWords).find(([name]) => name === state)?.[1],
  )
  expect(words).not.toContain(undefined)
  expect(new Set(words).size).toBe(words.length)
})

test('no call is shown as code that a member could not read', () => {
  for (const { target, signature } of relayedFunctions)
    expect(callWords(`${target}.${signature.split('(')[0]}`)).not.toMatch(/[._(]/)
  expect(callWords('access_pass.purchaseWithPermit')).toBe('Your pass')
})

test('the wallet is asked once or twice, and the page says for what', () => {
  const name = 'Buy the pass'
  const ask = (signature: number, of: number) => stepWords({ name, at: 'wallet', signature }, of)
  expect(ask(1, 2)).toBe('Sign in your wallet: 1 of 2, allow it to take the karma. No gas.')
  expect(ask(2, 2)).toBe('Sign in your wallet: 2 of 2, buy the pass. No gas.')
  expect(ask(1, 1)).toBe('Sign in your wallet: buy the pass. No gas.')
  expect(stepWords({ name, at: 'preparing' }, 2)).toBe('Buy the pass: getting it ready')
  expect(stepWords({ name, at: 'handing-over' }, 2)).toBe('Buy the pass: handing it over')
})
