import { expect, test } from 'vitest'
import type { TrustLevel } from '../karma/trust.ts'
import { judgeText } from './judge.ts'
import { linksIn } from './links.ts'
import type { FilterInput } from './shape.ts'

const filters: FilterInput[] = [
  { kind: 'word', pattern: 'replica', act: 'refuse' },
  { kind: 'word', pattern: 'dm me', act: 'hold' },
  { kind: 'link', pattern: 'fakes.example', act: 'refuse' },
  { kind: 'link', pattern: 'market.example', act: 'hold' },
]
const judge = (text: string, level: TrustLevel = 'new') =>
  judgeText({ text, links: linksIn(text), filters, level })

test('what no filter names passes', () => {
  expect(judge('Two pairs left at the counter, see https://shop.example/p')).toEqual({ kind: 'pass' })
})

test('a word or a link that is refused is named, so that its author knows what to leave out', () => {
  expect(judge('great r e p l i c a')).toEqual({ kind: 'refuse', why: 'word', pattern: 'replica' })
  expect(judge('at https://deals.fakes.example')).toMatchObject({ why: 'link', pattern: 'fakes.example' })
})

test('what is only held waits, unless something in it is refused', () => {
  expect(judge('dm  me')).toEqual({ kind: 'hold' })
  expect(judge('https://market.example')).toEqual({ kind: 'hold' })
  expect(judge('dm me for a replica')).toMatchObject({ kind: 'refuse' })
})

test('nobody posts a link that hides where it leads, whatever their trust', () => {
  expect(judge('https://bit.ly/3x', 'steward')).toEqual({ kind: 'refuse', why: 'hidden-link' })
})

test('who is new posts one link at a time, who is trusted more of them', () => {
  const two = 'https://one.example https://two.example'
  expect(judge(two)).toEqual({ kind: 'refuse', why: 'links', limit: 1 })
  expect(judge(two, 'regular')).toEqual({ kind: 'pass' })
})
