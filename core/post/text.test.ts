import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_TEXT, textShape } from './text.ts'

const take = (text: string) => textShape.safeParse(text)
const why = (text: string) => take(text).error?.issues[0]?.message

test('markup, links, emoji and every script are text, and come back as they were typed', () => {
  const texts = [
    '<script>alert(1)</script> & "quotes" <img src=x onerror=alert(1)>',
    'Line at Corner: 40 people 👟🔥, doors 9:00',
    'انتظرت ساعتين', // Arabic, from right to left by its own letters
    'नमस्ते', // joined letters
    '👩‍👩‍👧‍👦 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿', // joined pictures, and a flag that is spelled in tags
    'one\n\ttwo',
  ]
  for (const text of texts) expect(take(text).data).toBe(text)
})

test('one spelling is kept of what looks the same, without empty ends', () => {
  expect(take('  cafe\u0301 \r\n\r\n\r\n\r\nb\t\r ').data).toBe('caf\u00e9\n\nb')
})

test('what turns the order of reading around is refused and said', () => {
  for (const sign of ['\u202e', '\u202a', '\u2066', '\u2069'])
    expect(why(`pay ${sign}moc.live`)).toContain('order of reading')
})

test('what nobody can see is refused', () => {
  for (const text of ['a\u200bb', '\u3164', 'a\ufeffb', `a${String.fromCodePoint(0xe0061)}`])
    expect(why(text)).toContain('nobody can see')
  for (const text of ['\u2800', '\u200d', '\ufe0f']) expect(why(text)).toContain('can be seen')
  for (const text of ['', ' \n ', '\u00a0']) expect(why(text)).toBe('write something')
})

test('what is no text, or runs over its neighbours, is refused', () => {
  for (const text of ['a\0b', 'a\u001b[2J', 'a\u0085', 'a\ud800', '\udc00b'])
    expect(why(text)).toContain('no text')
  expect(why(`Z${'\u0335'.repeat(40)}`)).toContain('more marks')
})

test('a text is as long as it may be, and no longer', () => {
  expect(take('x'.repeat(MOST_TEXT)).success).toBe(true)
  for (const length of [MOST_TEXT + 1, 1_000_000]) expect(take('x'.repeat(length)).success).toBe(false)
})

test('what was taken is taken again as it is: an edit without a change changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const first = take(text)
      if (first.success) expect(take(first.data).data).toBe(first.data)
    }),
    { numRuns: 500 },
  )
})
