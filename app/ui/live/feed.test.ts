import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FollowAlerts, FollowAnswer, SentAlert } from '../../../core/alert/socket.ts'
import { uuidv7 } from '../../../core/id.ts'
import { createFeed, type HeardAlert, type Listener } from './feed.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const [court, runner] = [uuidv7(), uuidv7()]
const time = '2026-11-23T09:00:00.000Z'
const alert = (seq: number, pair = court): SentAlert => ({
  ...{ seq, id: uuidv7(), kind: 'restock', written_at: time, sent_at: time, seen_at: time, asked_at: null },
  ...{
    restock_id: uuidv7(),
    size: '9',
    state: 'in',
    price_minor: null,
    currency: null,
    source: 'monitor',
    confidence: 1,
  },
  ...{ sneaker: { id: pair } as never, store: { id: court } as never, place: null },
})

function openPage(kept = new Map<string, string>()) {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const feed = createFeed(
    () => storage,
    () => 5,
  )
  const asked: FollowAlerts[] = []
  let reply: (answer: FollowAnswer) => void = () => undefined
  const connect = () =>
    feed.connected((what, answer) => {
      asked.push(what)
      reply = answer
    })
  return { feed, kept, asked, connect, answer: (answer: FollowAnswer) => reply(answer) }
}

function listener(pair?: string): Listener & { heard: HeardAlert[]; gaps: number } {
  const mine = {
    ...{ filters: [pair ? { sneaker_id: pair } : {}], heard: [] as HeardAlert[], gaps: 0 },
    ...{ hear: (heard: HeardAlert) => void mine.heard.push(heard), gap: () => void mine.gaps++ },
  }
  return mine
}
const seqs = ({ heard }: { heard: HeardAlert[] }) => heard.map(({ seq }) => seq)

test('the filters of all who listen are asked for at once, each once, and each hears its own', () => {
  const { feed, asked, connect } = openPage()
  const [one, same, other] = [listener(court), listener(court), listener(runner)]
  connect()
  for (const each of [one, same, other]) feed.listen(each)
  vi.runAllTimers()
  expect(asked).toEqual([{ filters: [{ sneaker_id: court }, { sneaker_id: runner }] }])
  feed.hear(alert(1))
  feed.hear(alert(2, runner))
  expect([one, same, other].map(seqs)).toEqual([[1], [1], [2]])
})

test('a line that comes back is asked for what came after the last alert, and nothing is heard twice', () => {
  const { feed, asked, connect, answer } = openPage()
  const mine = listener()
  feed.listen(mine)
  vi.runAllTimers()
  expect(asked).toEqual([])
  connect()
  answer({ after: 3 })
  feed.hear(alert(4))
  feed.lost()
  connect()
  for (const seq of [4, 5]) feed.hear(alert(seq))
  answer({ after: 5 })
  feed.hear(alert(6))
  expect(asked.map(({ after }) => after)).toEqual([undefined, 4])
  expect(seqs(mine)).toEqual([4, 5, 6])
  expect(mine.heard.map(({ is_live }) => is_live)).toEqual([true, false, true])
})

test('a page that is loaded anew in the same tab goes on where it was', () => {
  const before = openPage()
  before.feed.listen(listener())
  before.connect()
  before.answer({ after: 7 })
  const after = openPage(before.kept)
  after.feed.listen(listener())
  after.connect()
  expect(after.asked).toEqual([{ filters: [{}], after: 7 }])
})

test('who follows little still knows how far the log is', () => {
  const { feed, asked, connect } = openPage()
  feed.listen(listener(runner))
  connect()
  feed.hear(alert(3, runner))
  for (const after of [50, 40]) feed.at({ after })
  connect()
  expect(asked.at(-1)?.after).toBe(50)
})

test('a gap is told, and the place is the server s from then on, also when its log began anew', () => {
  const { feed, connect, kept } = openPage(new Map([['snpd.alerts.after', '5000']]))
  const mine = listener()
  feed.listen(mine)
  connect()
  feed.gap({ after: 2 })
  feed.hear(alert(3))
  expect(mine.gaps).toBe(1)
  expect(seqs(mine)).toEqual([3])
  expect(kept.get('snpd.alerts.after')).toBe('3')
})

test('who stops listening hears no more, and the server is told; an answer that never came does not matter', () => {
  const { feed, asked, connect, answer } = openPage()
  const [one, two] = [listener(court), listener(runner)]
  const end = feed.listen(one)
  connect()
  feed.listen(two)
  vi.runAllTimers()
  end()
  vi.runAllTimers()
  expect(asked.at(-1)).toEqual({ filters: [{ sneaker_id: runner }] })
  answer({ after: 1 })
  feed.hear(alert(2))
  feed.hear(alert(3, runner))
  expect([one, two].map(seqs)).toEqual([[], [3]])
  expect(two.heard[0]?.is_live).toBe(true)
})

test('a browser that keeps nothing for us still hears', () => {
  const feed = createFeed(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  const mine = listener()
  feed.listen(mine)
  feed.connected((_, answer) => answer({ after: 1 }))
  feed.hear(alert(2))
  expect(seqs(mine)).toEqual([2])
})
