import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../support/cli.ts'

const browser: Record<string, string> = process.env.SNPD_BROWSER
  ? { SNPD_BROWSER: process.env.SNPD_BROWSER }
  : {}
const json = (text: string) => JSON.parse(text) as Record<string, unknown>

test('npm run simulate -- --site adidas --dry-run reaches the total, orders nothing, and prints one object', async () => {
  const args = ['--site', 'adidas', '--dry-run', '--json']
  const { code, out, err } = await run('scripts/simulate.ts', args, browser).ended
  expect(out.trim().split('\n'), err).toHaveLength(1)
  expect([code, json(out)], err).toMatchObject([
    0,
    { outcome: 'dry-run', total: '112.00', site: 'adidas', shop: { orders: [], violations: [] } },
  ])
  expect(err).toContain('review: The shop asks $112.00.')
})

test('its exit code is that of the outcome', async () => {
  const args = ['--site', 'corner', '--scenario', 'challenge']
  const { code, out } = await run('scripts/simulate.ts', args, browser).ended
  expect([code, out]).toEqual([3, expect.stringContaining('counted 0 orders and 0 violations')])
})

test('a site that there is not: the command line is wrong, in one sentence', async () => {
  const { code, err } = await run('scripts/simulate.ts', ['--site', 'puma']).ended
  expect([code, err]).toEqual([2, expect.not.stringContaining('    at ')])
})

test('npm run checkout -- --site nike --sku 12345 where nobody answers ends as hand-over, in words', async () => {
  // Wherever this runs, no name is known but this machine's own.
  const folder = mkdtempSync(join(tmpdir(), 'snpd-nobody-'))
  const args = ['--site', 'nike', '--sku', '12345', '--json', '--journal', folder]
  const { code, out, err } = await run('scripts/checkout.ts', args, {
    ...browser,
    NODE_OPTIONS: '--import=./test/support/nobody.mjs',
  }).ended
  expect([code, json(out)], err).toMatchObject([
    3,
    {
      outcome: 'handover',
      resume_url: 'https://www.nike.com/w?q=12345',
      detail: expect.stringContaining('does not answer from here'),
    },
  ])
  expect(err).not.toContain('    at ')
})
