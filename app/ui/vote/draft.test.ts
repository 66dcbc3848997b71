import { expect, test } from 'vitest'
import { karma } from '../../../core/karma/amount.ts'
import { emptyDraft, readDraft } from './draft.ts'
import { share } from './share.ts'

const option = {
  ...{ name: 'karma.restock.report.award', key: `0x${'12'.repeat(32)}`, title: 'T', unit: 'wei' as const },
  ...{ shipped: String(karma(10)), value: String(karma(10)), min: '0', max: String(karma(100)) },
}
const draft = { ...emptyDraft, name: option.name, value: '12', title: 'More' }

test('a whole draft is a proposal, and says what would change', () => {
  expect(readDraft(draft, option)).toMatchObject({
    proposal: { title: 'More', reason: '', changes: [{ key: option.key, value: karma(12) }] },
    words: 'What a confirmed restock report earns: 12 karma instead of 10 karma.',
  })
})

test('nothing is proposed without a title, without a value, or with what holds already', () => {
  expect(readDraft({ ...draft, title: ' ' }, option).proposal).toBeUndefined()
  expect(readDraft({ ...draft, value: '' }, option)).toEqual({ problem: null })
  expect(readDraft({ ...draft, value: '10' }, option)).toEqual({ problem: 'That is what holds now.' })
  expect(readDraft({ ...draft, value: '101' }, option).problem).toContain('from 0 karma to 100 karma')
  expect(readDraft(draft, undefined)).toEqual({ problem: null })
})

test('shares are of all that was cast, and of nothing nothing', () => {
  expect(share('1', ['1', '2'])).toBe(33.3)
  expect(share('0', ['0', '0', '0'])).toBe(0)
})
