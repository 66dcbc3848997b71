import { createRequire } from 'node:module'
import { z } from 'zod'

// The compiler has no types of its own.
const solc: { compile: (input: string) => string } = createRequire(import.meta.url)('solc')

/** A condition: where it stands in the source, in bytes, and in which line, from 1. */
export type Condition = { start: number; end: number; line: number }

const answer = z.object({ sources: z.object({ source: z.object({ ast: z.unknown() }) }) })
const node = z.looseObject({ nodeType: z.string() })
const placed = z.object({ src: z.string() })

/** The part of a node that decides between two ways on. */
function conditionOf(one: z.infer<typeof node>): unknown {
  if (one.nodeType === 'IfStatement' || one.nodeType === 'Conditional') return one.condition
  const called = z.object({ expression: z.object({ name: z.enum(['require', 'assert']) }) }).safeParse(one)
  return called.success && Array.isArray(one.arguments) ? one.arguments[0] : undefined
}

function walk(value: unknown, found: unknown[]): void {
  if (typeof value !== 'object' || value === null) return
  const one = node.safeParse(value)
  const condition = one.success ? conditionOf(one.data) : undefined
  if (condition !== undefined) found.push(condition)
  for (const child of Object.values(value)) walk(child, found)
}

/** Every condition of if, ?:, require and assert in a Solidity source, as the compiler parses it. Assembly is not looked into. */
export function findConditions(source: string): Condition[] {
  const settings = { stopAfter: 'parsing', outputSelection: { '*': { '': ['ast'] } } }
  const input = { language: 'Solidity', sources: { source: { content: source } }, settings }
  const { ast } = answer.parse(JSON.parse(solc.compile(JSON.stringify(input)))).sources.source
  const found: unknown[] = []
  walk(ast, found)
  const bytes = Buffer.from(source)
  return found.map((condition) => {
    const [start = 0, length = 0] = placed.parse(condition).src.split(':').map(Number)
    const line = bytes.subarray(0, start).toString().split('\n').length
    return { start, end: start + length, line }
  })
}
