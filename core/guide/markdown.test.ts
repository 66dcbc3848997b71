import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readMarkdown, wordsOf } from './markdown.ts'
import { type GuideElement, type GuideNode, guideNodeShape } from './node.ts'

const bodyShape = z.array(guideNodeShape)

function elementsOf(nodes: readonly GuideNode[]): GuideElement[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elementsOf(node.children)]))
}
const elements = (text: string) => elementsOf(readMarkdown(text))
const tags = (text: string) => elements(text).map(({ tag }) => tag)
const links = (text: string) => elements(text).flatMap(({ href }) => href ?? [])
const deepest = (nodes: readonly GuideNode[]): number =>
  1 + Math.max(0, ...nodes.map((node) => (typeof node === 'string' ? 0 : deepest(node.children))))

describe('a guide', () => {
  test('is made of what its writer marked', () => {
    expect(readMarkdown('# Early\nBring **water**.\nAnd a chair.\n\n1. In\n2. Out\n\n---\n`9.5`')).toEqual([
      { tag: 'h3', children: ['Early'] },
      {
        tag: 'p',
        children: [
          ...['Bring ', { tag: 'strong', children: ['water'] }, '.', { tag: 'br', children: [] }],
          'And a chair.',
        ],
      },
      {
        tag: 'ol',
        children: [
          { tag: 'li', children: ['In'] },
          { tag: 'li', children: ['Out'] },
        ],
      },
      { tag: 'hr', children: [] },
      { tag: 'p', children: [{ tag: 'code', children: ['9.5'] }] },
    ])
    expect(readMarkdown('```js\n**a**\n```')).toEqual([{ tag: 'pre', children: ['**a**'] }])
    expect(readMarkdown('7. Seven')).toMatchObject([{ tag: 'ol', start: 7 }])
    expect(tags('| Size | Fits |\n|---|--:|\n| 9 | small |')).toEqual([
      ...(['table', 'thead', 'tr', 'th', 'th', 'tbody', 'tr', 'td', 'td'] as const),
    ])
  })

  test('has its headings below those of the page, and skips no step', () => {
    expect(tags('# A\n## B\n### C\n#### D\n##### E\n# F')).toEqual(['h3', 'h4', 'h5', 'h6', 'h6', 'h3'])
    expect(tags('### A\n###### B\n## C')).toEqual(['h3', 'h4', 'h4'])
  })

  test('is nothing but its few elements, whatever was typed', () => {
    const piece = fc.constantFrom(
      ...[
        '# ',
        '> ',
        '- ',
        '1. ',
        '`',
        '```\n',
        '*',
        '**',
        '~~',
        '_',
        '[',
        '](',
        ')',
        '<',
        '>',
        '!',
        '|',
        '|-|\n',
      ],
      ...[
        '\n',
        '\n\n',
        '    ',
        '\\',
        '&lt;',
        'http://a.b',
        'javascript:',
        '"',
        ':',
        '[a]: ',
        'x',
        '\u202e',
        '\u0000',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const body = readMarkdown(pieces.join(''))
        expect(bodyShape.parse(body)).toEqual(body)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('a link', () => {
  test('leads to a page of the web', () => {
    expect(links('[Raffle](https://shop.example/a?b=c "Title") and <http://shop.example>')).toEqual([
      ...['https://shop.example/a?b=c', 'http://shop.example/'],
    ])
  })

  test('that leads nowhere is its words', () => {
    expect(readMarkdown('[map]() and []()')).toEqual([{ tag: 'p', children: ['map and '] }])
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:alert(1)',
    '<javascript&colon;alert(1)>',
    'java\\script:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    'blob:https://snpd.example/1',
    'mailto:ann@example.com',
    '//evil.example',
    '/api/auth/logout',
    '#top',
    'https://shop.example@evil.example/',
    'https://shop.example:pw@evil.example/',
    'https://',
    'https:// evil.example',
  ])('to %s is shown as it was typed', (href) => {
    for (const text of [`[x](${href})`, `<${href}>`]) {
      expect([text, links(text)]).toEqual([text, []])
      expect(wordsOf(readMarkdown(text))).not.toBe('')
    }
  })
})

describe('what nobody is to be shown', () => {
  test('HTML is text', () => {
    const texts = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:1">x</a>',
    ]
    for (const text of texts) expect(readMarkdown(text)).toEqual([{ tag: 'p', children: [text] }])
  })

  test('a picture is a link, which asks its host for nothing', () => {
    expect(tags('![x](https://spy.example/a.gif)')).toEqual(['p', 'a'])
  })

  test('a sign that turns the order of reading around does not come in by another name', () => {
    const texts = ['&#8238;gpj', '&#x202E;gpj', '<https://a.example/%E2%80%AEgpj>', '`&#8238;`']
    for (const text of texts) expect(JSON.stringify(readMarkdown(text))).not.toMatch(/\u202e/)
  })
})

describe('filters', () => {
  const read = (text: string) => wordsOf(readMarkdown(text))

  test('see what a reader sees, however it was marked', () => {
    expect(read('pl**on**k, p`lon`k and pl\\onk')).toBe('plonk, plonk and pl\\onk')
    expect(read('# One\n\n- two\n- three')).toBe('One\ntwo\nthree')
  })

  test('see where a link ends, however it was written', () => {
    expect(read('[sale](https://ev&#105;l.example)')).toContain('https://evil.example/')
    expect(read('[sale](https://ev%69l.example)')).toContain('https://evil.example/')
    expect(read('[sale](https://evil\\.example)')).toContain('https://evil.example/')
    expect(read('[https://evil.example/](https://evil.example/)').match(/evil/g)).toHaveLength(1)
  })
})

describe('a text that is made to be hard to read', () => {
  const LONG = 100_000
  const filled = (piece: string) => piece.repeat(LONG / piece.length)
  test.each([
    ...[
      '[',
      '![',
      '](',
      '[](',
      '[a](',
      '<',
      '`',
      '*',
      '**a',
      '_a',
      '~~a',
      '>',
      '> ',
      '- ',
      '1. ',
      '|',
      '\\',
      '&',
    ],
    ...[
      '[a]: b\n',
      '[a]:\n',
      '|a|\n',
      '#',
      '"',
      '(',
      '\n',
      ' ',
      'a**b',
      '*a_',
      '<a',
      '<http://',
      '``` ',
      '~',
    ],
  ])('is read nevertheless: %j, 100,000 characters of it', (piece) => {
    expect(deepest(readMarkdown(filled(piece)))).toBeLessThan(20)
  })

  test('is not much longer as a page than it was typed', () => {
    const address = `[a]: https://a.example/${'b'.repeat(9_000)}\n\n`
    const table = `|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n`
    for (const text of [
      `${address}${'[a]'.repeat(3_000)}`,
      `${table}${'|b|\n'.repeat(4_000)}`,
      filled('a\n'),
    ])
      expect(JSON.stringify(readMarkdown(text)).length).toBeLessThan(40 * text.length)
  })

  test('nests no deeper than a page can show, and keeps its words', () => {
    const deep = Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- item ${at}`).join('\n')
    for (const text of [
      deep,
      `${'>'.repeat(90)} item 39`,
      `${'**a '.repeat(500)}item 39${'**'.repeat(500)}`,
    ]) {
      const body = readMarkdown(text)
      expect(deepest(body)).toBeLessThan(20)
      expect(wordsOf(body)).toContain('item 39')
    }
    expect(wordsOf(readMarkdown(deep))).toContain('item 20\n')
  })
})
