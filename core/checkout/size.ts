const NOISE =
  /\b(?:us|usa|size|(?:wo)?men'?s?|sold ?out|in stock|only \d+ left|left|notify me|low stock)\b|[()[\]]/gi

/**
 * The size that a choice on a page means: "US 10", "10", "Size 10.0", "10 / EU 44", "10 Sold out" are all "10".
 * Undefined when the text is not a size.
 */
export function sizeOf(text: string): string | undefined {
  const first = text.replace(/\s+/g, ' ').split(/\s[/|·–-]\s|,(?!\d)/)[0] ?? ''
  const bare = first.replace(NOISE, ' ').trim()
  const match = /^(\d{1,2})(?:[.,](\d)0?)?\s?([WYC])?$/i.exec(bare)
  if (!match) return undefined
  const half = match[2] && match[2] !== '0' ? `.${match[2]}` : ''
  return `${Number(match[1])}${half}${(match[3] ?? '').toUpperCase()}`
}

/** The sizes that a text about an item calls so: "Size 9", "Size: US 9.5". */
export function statedSizes(text: string): string[] {
  const stated = text.matchAll(
    /\b(?:size|gr(?:ö|oe)(?:ß|ss)e|taille|talla)\s*:?\s*(?:us\s*)?(\d{1,2}(?:[.,]\d)?)(?![\d.,]*\d)/gi,
  )
  return [...stated].flatMap(([, size = '']) => sizeOf(size) ?? [])
}

/** True when a text about an item names this size: "Size 10 · Qty 1", "US 10", "/ 10". */
export function mentionsSize(text: string, size: string): boolean {
  const escaped = size.replace('.', '[.,]')
  return new RegExp(
    `(?:size|us|variant|option|gr(?:ö|oe)(?:ß|ss)e|taille|/|·|,)\\s*:?\\s*(?:us\\s*)?${escaped}(?![\\d.,]*\\d)`,
    'i',
  ).test(text)
}
