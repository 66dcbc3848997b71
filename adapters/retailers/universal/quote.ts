/** How much of one very long line is quoted on either side of the match, characters. */
const BEFORE = 60
const AFTER = 140

type Span = { start: number; end: number }

function lineAround(text: string, at: number): Span {
  const end = text.indexOf('\n', at)
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end === -1 ? text.length : end }
}

/** A line as it is, or, where a page has no line breaks, whole words around the match. */
function readable(text: string, at: number): string {
  const { start, end } = lineAround(text, at)
  const from = Math.max(start, at - BEFORE)
  const to = Math.min(end, at + AFTER)
  const head = from > start ? '… ' : ''
  const tail = to < end ? ' …' : ''
  const words = text
    .slice(from, to)
    .replace(head ? /^\S*\s/ : '', '')
    .replace(tail ? /\s\S*$/ : '', '')
  return `${head}${words.replace(/\s+/g, ' ').trim()}${tail}`
}

/**
 * The lines a shop wrote at these places, each once, in the order of the page: evidence without the shop's menu.
 * @param text what the page shows, with its line breaks
 */
export function quote(text: string, ...places: readonly number[]): string {
  const lines = new Map<number, string>()
  for (const at of [...places].sort((a, b) => a - b)) {
    const { start } = lineAround(text, at)
    if (!lines.has(start)) lines.set(start, readable(text, at))
  }
  return [...lines.values()].join(' / ')
}
