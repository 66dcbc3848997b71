import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keepBrowser } from '../../adapters/browser/launch.ts'
import { entrantShape } from '../../core/raffle-form/profile.ts'
import { openDiskGate } from '../../scripts/checkout/gate.ts'
import { entrantOf } from '../../scripts/raffle-entry/entrant.ts'
import { runEntry } from '../../scripts/raffle-entry/run.ts'
import { kim } from '../fixtures/draws/case.ts'
import { classic, classicEntry } from '../fixtures/draws/plain.ts'
import { startDraw } from '../fixtures/draws/server.ts'

const { PATH, HOME, SNPD_BROWSER } = process.env
const keeper = keepBrowser({ configured: SNPD_BROWSER, cache: '.cache', path: PATH, env: { PATH, HOME } })
afterAll(() => keeper.close())

/** Runs the command in review, with somebody at the terminal who answers. */
async function review(answer: (question: string) => boolean) {
  const draw = await startDraw(classic)
  const journal = mkdtempSync(join(tmpdir(), 'snpd-review-'))
  try {
    const outcome = await runEntry({
      url: new URL(draw.url),
      flags: { mode: 'review', journal },
      entrant: entrantOf(entrantShape.parse(kim), { size: '10', store: undefined, receive: undefined }),
      keeper,
      gate: openDiskGate(tmpdir(), journal),
      screen: { step: () => undefined, say: () => undefined, end: () => undefined },
      prompt: { confirm: async (question) => answer(question), secret: async () => '' },
      reconcileSeconds: 1,
      stopping: new AbortController().signal,
    })
    return { outcome, ...draw.state }
  } finally {
    await draw.close()
  }
}

test('the member reads every answer, what is agreed to and what is not wanted, and says yes', async () => {
  let asked = ''
  const { outcome, entries } = await review((question) => {
    asked = question
    return true
  })
  expect(outcome).toMatchObject({ kind: 'entered' })
  expect(entries).toEqual([classicEntry])
  for (const part of ['Email: kim@example.org', 'Your size: US 10', 'Pick-up store: Pearl District'])
    expect(asked).toContain(part)
  expect(asked).toContain('agreeing to: I have read and accept the draw terms')
  expect(asked).toContain('not wanting: Keep me posted')
})

test('a no sends nothing', async () => {
  const { outcome, sent } = await review(() => false)
  expect(outcome).toMatchObject({ kind: 'not-entered', reason: 'cancelled' })
  expect(sent).toEqual([])
})
