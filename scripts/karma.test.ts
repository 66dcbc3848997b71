import { expect, onTestFinished, test } from 'vitest'
import { karma } from '../core/karma/amount.ts'
import { rulesetHash, shippedRuleset } from '../core/karma/rules.ts'
import { parseRuleset } from '../core/karma/ruleset.ts'
import { run } from '../test/support/cli.ts'
import { openStreet } from '../test/support/karma.ts'

async function site() {
  const street = await openStreet()
  onTestFinished(street.close)
  const ask = (...args: string[]) => run('scripts/karma.ts', args, { APP_DATABASE_URL: street.appUrl }).ended
  return { street, ask }
}

test('the operator lists awards and takes one back, with a reason', async () => {
  const { street, ask } = await site()
  const restock = await street.seen(await street.member('Ann'), await street.member('ben'))
  const { id } = await street.award(restock)
  const { out } = await ask('awards', '--username', 'ann')
  expect(out.trim().split('\n')).toHaveLength(1)
  expect(out).toMatch(new RegExp(`^${id} .* Ann +restock.report +10 karma  matured`))
  expect(await ask('reverse', id, 'Nothing was there.')).toMatchObject({ code: 0 })
  expect(await street.award(restock)).toMatchObject({ why: ['Taken back: Nothing was there.'] })
  expect((await ask('awards')).out).toContain('reversed: Taken back: Nothing was there.')
})

test('the rules are told in words with what votes changed, and as data that can be read again', async () => {
  const { street, ask } = await site()
  expect((await ask('rules')).out).toContain(`Mints name this rule set ${rulesetHash}.`)
  const { out } = await ask('rules', '--json')
  expect(parseRuleset(JSON.parse(out))).toEqual({ ruleset: shippedRuleset })
  await street.setFlag('karma.restock.report.award', karma(12))
  await street.setFlag('karma.restock.report.cap', 10_000n)
  const told = (await ask('rules')).out
  expect(told).toMatch(/Report a restock .*: 12 karma/)
  expect(told).toMatch(/karma\.restock\.report\.cap is set to 10000 on chain, ignored/)
})

test.each([
  [['reverse', '019a0000-0000-7000-8000-000000000000', 'Nothing was there.'], /^There is no such award/],
  [['reverse', 'nonsense', 'Nothing was there.'], /Usage: npm run karma/],
  [['reverse', '019a0000-0000-7000-8000-000000000000'], /Usage: npm run karma/],
  [['--king'], /Usage: npm run karma/],
  [[], /Usage: npm run karma/],
])('%j is refused in one sentence', async (args, sentence) => {
  const { ask } = await site()
  const { code, err } = await ask(...args)
  expect(code).toBe(1)
  expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})
