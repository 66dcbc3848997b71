import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { karma } from '../core/karma/amount.ts'
import { isAward, type Ruleset } from '../core/karma/rule.ts'
import { shippedRuleset } from '../core/karma/rules.ts'
import { rulesetText } from '../core/karma/ruleset.ts'
import { run } from '../test/support/cli.ts'
import { createDatabase, type TestDatabase } from '../test/support/database.ts'
import { seed } from './seed/seed.ts'

/** A Tuesday: all that the demo saw before is of one epoch. */
const midweek = new Date('2026-11-17T20:00:00Z')
let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
  await seed({ sql: database.app, shopUrl: 'http://localhost:3001', now: midweek })
  return database.close
})

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-rules-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'rules.json')
  writeFileSync(file, text)
  return file
}
const ask = (...args: string[]) =>
  run('scripts/replay-rules.ts', args, { APP_DATABASE_URL: database.appUrl }).ended

function withReport(change: object): Ruleset {
  const rule = shippedRuleset.rules['restock.report']
  if (!rule || !isAward(rule)) throw new Error('no rule')
  return { ...shippedRuleset, rules: { ...shippedRuleset.rules, 'restock.report': { ...rule, ...change } } }
}

test('on the demo data the present rules change nothing for anyone', async () => {
  const { code, out } = await ask('--ruleset', fileOf(rulesetText(shippedRuleset)))
  expect(code).toBe(0)
  expect(out).toMatch(/^13 acts of the past/)
  expect(out).toMatch(/all +85 -> +85 +0\n/)
  expect(out).toMatch(/\n5 stay as they are\.\n$/)
  expect(out).not.toMatch(/\d (gain|lose)\n/)
})

test('on the demo data a rule that asks for two confirmations and pays more: who gains and who loses', async () => {
  const proposed = withReport({ award: karma(15), needs: { confirmations: 2, trust: 'new' } })
  const file = fileOf(rulesetText(proposed))
  const { out } = await ask('--ruleset', file)
  // Nina's and Jules's reports had two; Leo's two and Maya's one had not; Dre's had none before either.
  expect(out).toMatch(
    /By rule\n +restock.first-confirmation +5 -> +5 +0\n +restock.report +50 -> +30 +-20\n +restock.scout +30 -> +30 +0\n/,
  )
  expect(out).toMatch(/2 gain\n +jules_in_bk +26 -> +31 +\+5\n +nightbus_nina +11 -> +16 +\+5\n/)
  expect(out).toMatch(/2 lose\n +low_top_leo +36 -> +16 +-20\n +maya_k +11 -> +1 +-10\n/)
  const told = JSON.parse((await ask('--ruleset', file, '--json')).out)
  expect(told).toMatchObject({
    acts: 13,
    total: { was: String(karma(85)), would: String(karma(65)) },
    categories: [{ name: 'intel', was: String(karma(85)), would: String(karma(65)) }],
    lose: [{ name: 'low_top_leo', would: String(karma(16)) }, { name: 'maya_k' }],
    unchanged: 1,
  })
})

test.each([
  ['{', /cannot be read as JSON/],
  ['{}', /is no rule set: version: .*npm run karma -- rules --json/],
])('a file of %j is refused in one sentence', async (text, sentence) => {
  const { code, err } = await ask('--ruleset', fileOf(text))
  expect(code).toBe(1)
  expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('without a file it says how to make one', async () => {
  expect((await ask()).err).toMatch(/Name the file.*npm run karma -- rules --json/)
  expect((await ask('--king')).err).toMatch(/Usage: npm run replay-rules/)
})
