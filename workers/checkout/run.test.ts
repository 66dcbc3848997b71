import { expect, test } from 'vitest'
import type { CheckoutDeps } from './deps.ts'
import { runCheckout } from './run.ts'

test('of a browser error behind the fence only the first line is kept: the others quote the page, and what was typed there', async () => {
  const work = [{ id: 'a', state: 'submitting' }]
  const trouble = new Error(
    'click: Timeout 15000ms exceeded.\n  - <input value="4242424242424242"> is in the way',
  )
  const answers = [Promise.resolve(work), Promise.reject(trouble), Promise.resolve(work)]
  const deps = { sql: () => answers.shift(), logger: { info: () => undefined } } as unknown as CheckoutDeps
  const message = 'Error: click: Timeout 15000ms exceeded.'
  await expect(runCheckout(deps, 'a')).rejects.toMatchObject({ code: 'checkout.page', message })
})
