/** A card number that passes Luhn's rule and is nobody's, and a code: what must turn up nowhere. */
export const CANARY = { number: '4929 7813 0046 1758', code: '7391' } as const

const digits = CANARY.number.replaceAll(' ', '')

/** The number as a person, a form, a log or a driver may write it. */
export function spellings(): string[] {
  const groups = digits.match(/.{4}/g) ?? []
  const plain = [' ', '-', '.', ''].map((gap) => groups.join(gap))
  const hex = plain.map((text) => Buffer.from(text).toString('hex'))
  // Base64 looks different at each of three offsets; the ends depend on the neighbours and are left out.
  const base64 = plain.flatMap((text) =>
    [0, 1, 2].map((offset) =>
      Buffer.from('x'.repeat(offset) + text)
        .toString('base64')
        .replaceAll('=', '')
        .slice(offset === 0 ? 0 : 4, -4),
    ),
  )
  const wide = [digits, CANARY.number].map((text) => Buffer.from(text, 'utf16le').toString('latin1'))
  return [
    ...plain,
    ...hex,
    ...base64,
    ...wide,
    encodeURIComponent(CANARY.number),
    CANARY.number.replaceAll(' ', '+'),
  ]
}

/** The code standing by itself; four digits inside a longer number, a time or a port are nobody's code. */
const codeAlone = new RegExp(`(?<![\\w.:+-])${CANARY.code}(?![\\w.:+-])`)

/** Which canaries a text holds, however they are written. */
export function canariesIn(text: string): string[] {
  const numbers = spellings().filter((spelling) => text.includes(spelling))
  return codeAlone.test(text) ? [...numbers, CANARY.code] : numbers
}
