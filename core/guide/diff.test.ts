import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf, compareLines, type LineKind } from './diff.ts'

const marks: Record<LineKind, string> = { same: ' ', added: '+', removed: '-' }
const shown = (from: string, to: string) => compareLines(from, to).map(({ kind, text }) => marks[kind] + text)
/** One of the two texts, of what was compared. */
const side = (from: string, to: string, gone: LineKind) =>
  compareLines(from, to)
    .flatMap(({ kind, text }) => (kind === gone ? [] : [text]))
    .join('\n')

describe('two versions', () => {
  test('are both in what is shown of them, in their own order', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '', 'd', 'e', 'f'), { maxLength: 30 })
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(side(from, to, 'added')).toBe(from)
        expect(side(from, to, 'removed')).toBe(to)
      }),
      { numRuns: 1_000 },
    )
  })

  test('that are one text differ in nothing', () => {
    expect(shown('a\nb\na', 'a\nb\na')).toEqual([' a', ' b', ' a'])
  })

  test('are told apart by the lines that were changed, and by no others', () => {
    expect(
      shown('# Early\nBring water.\n\nLeave.', '# Early\nBring water.\nBring a chair.\n\nLeave.'),
    ).toEqual([...[' # Early', ' Bring water.', '+Bring a chair.', ' ', ' Leave.']])
    expect(shown('a\nx\nb\ny\nc', 'a\nX\nb\nY\nc')).toEqual([' a', '-x', '+X', ' b', '-y', '+Y', ' c'])
  })

  test('of which one moved a part keep the rest together', () => {
    expect(shown('{\none\n}\n{\ntwo\n}', '{\nthree\n}\n{\none\n}\n{\ntwo\n}')).toEqual([
      ...[' {', '+three', '+}', '+{', ' one', ' }', ' {', ' two', ' }'],
    ])
  })
})

describe('a long guide', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`)

  test('is shown where it changed, with three lines around it', () => {
    const to = lines(40).with(20, 'new')
    expect(changesOf(lines(40).join('\n'), to.join('\n'))).toEqual([
      { kind: 'skipped', lines: 17 },
      ...[17, 18, 19].map((at) => ({ kind: 'same', text: `line ${at}` })),
      { kind: 'removed', text: 'line 20' },
      { kind: 'added', text: 'new' },
      ...[21, 22, 23].map((at) => ({ kind: 'same', text: `line ${at}` })),
      { kind: 'skipped', lines: 16 },
    ])
    expect(changesOf('a\nb', 'a\nb')).toEqual([{ kind: 'skipped', lines: 2 }])
  })

  test('of 10,000 lines is compared, turned around or shuffled within itself', () => {
    const from = lines(10_000)
    for (const to of [from.toReversed(), from.map((_, at) => from[(at * 7) % 10_000] ?? '')])
      expect(side(from.join('\n'), to.join('\n'), 'removed')).toBe(to.join('\n'))
    const nested = (step: number) =>
      Array.from({ length: 10_000 }, (_, at) => `${Math.ceil((at * step) / 2)}`)
    expect(side(nested(1).join('\n'), nested(1).toReversed().join('\n'), 'removed')).toBe(
      nested(1).toReversed().join('\n'),
    )
  })
})
