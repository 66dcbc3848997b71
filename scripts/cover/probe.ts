import { type Condition, findConditions } from './branches.ts'

/** A source whose conditions tell which way they went, each by one of two lines after the source's last. */
export type Probed = {
  text: string
  /** Lines of the source itself, which keep their numbers. */
  lines: number
  branches: { line: number; whenTrue: number; whenFalse: number }[]
}

function insertions(conditions: readonly Condition[]) {
  const opens = conditions.map(({ start, end }, i) => ({ at: start, span: end - start, text: `_way${i}(` }))
  const closes = conditions.map(({ start, end }) => ({ at: end, span: start - end, text: ')' }))
  // Of those at one place an inner end comes first, then the outer beginning.
  return [...opens, ...closes].sort((a, b) => a.at - b.at || rank(a.span) - rank(b.span) || b.span - a.span)
}

function rank(span: number): number {
  return span < 0 ? 0 : 1
}

/**
 * Wraps each condition into a function of its own that returns it unchanged. Hardhat's coverage knows statements only
 * (its EDR gives no branches), and each such function has a statement for either way.
 */
export function probe(source: string): Probed {
  const conditions = findConditions(source)
  const bytes = Buffer.from(source)
  let text = ''
  let from = 0
  for (const { at, text: inserted } of insertions(conditions)) {
    text += bytes.subarray(from, at).toString() + inserted
    from = at
  }
  text += bytes.subarray(from).toString()
  if (!text.endsWith('\n')) text += '\n'
  const lines = text.split('\n').length - 1
  const ways = conditions.map(
    (_, i) =>
      `function _way${i}(bool c) pure returns (bool) { if (c) {\nreturn true; } else {\nreturn false; } }\n`,
  )
  const branches = conditions.map(({ line }, i) => {
    const first = lines + 1 + 3 * i
    return { line, whenTrue: first + 1, whenFalse: first + 2 }
  })
  return { text: text + ways.join(''), lines, branches }
}
