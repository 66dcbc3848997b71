import { expect, test } from 'vitest'
import { mirroredNews, newsOf, newsUpTo } from './news.ts'
import { dealSteps } from './states.ts'

test('bonds make news of their coming, of a dispute and of its ruling; of the rest somebody else tells', () => {
  expect(dealSteps.flatMap((step) => newsOf(step) ?? [])).toEqual(mirroredNews)
  expect((['none', 'withdrawn', 'completed', 'timed-out'] as const).map(newsOf)).toEqual([
    ...[undefined, undefined, undefined, undefined],
  ])
})

test('a step that can follow another has no fewer news behind it', () => {
  const ways = [
    ['none', 'proposed', 'withdrawn'],
    ['none', 'proposed', 'accepted', 'completed'],
    ['none', 'proposed', 'accepted', 'disputed', 'ruled'],
    ['none', 'proposed', 'accepted', 'timed-out'],
  ] as const
  for (const way of ways) {
    const behind = way.map(newsUpTo)
    expect(behind).toEqual([...behind].sort((one, other) => one - other))
    expect(behind.at(-1)).toBe(mirroredNews.length)
  }
})
