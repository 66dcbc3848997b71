import { parseCell } from '../cell/cell.ts'
import { Final } from '../errors.ts'
import {
  type Condition,
  conditionsOf,
  type Gate,
  MOST_CONDITIONS,
  MOST_DEPTH,
  MOST_GATE_TEXT,
} from './gate.ts'

/** Highest tier that AccessPass can have (uint8). */
const MOST_TIER = 255

function refuse(message: string): Final {
  return new Final({
    code: 'group.gate-text',
    message,
    fix: 'Write conditions such as "held 100", "earned 50", "pass 1" and "city 852a1073fffffff", joined by and, or, not and brackets.',
  })
}

/** A text's words, brackets and signs, walked once from left to right. */
class Words {
  readonly #words: string[]
  #at = 0
  /** How many brackets and nots are open. */
  #depth = 0

  constructor(text: string) {
    this.#words = text.toLowerCase().match(/[()]|>=|[^\s()>=]+|[>=]/g) ?? []
  }

  take(word?: string): string | undefined {
    const next = this.#words[this.#at]
    if (next === undefined || (word !== undefined && next !== word)) return undefined
    this.#at++
    return next
  }

  /** What is read within one bracket or not more. */
  deeper<Result>(read: () => Result): Result {
    if (++this.#depth > MOST_DEPTH) throw refuse(`This gate is more than ${MOST_DEPTH} brackets deep.`)
    const result = read()
    this.#depth--
    return result
  }
}

/** "12.5" as wei; at most 18 places, as the token has. */
function amountOf(text: string | undefined): bigint {
  const [, whole, fraction = ''] = /^(\d{1,15})(?:\.(\d{1,18}))?$/.exec(text ?? '') ?? []
  if (whole === undefined) throw refuse(`An amount of karma was expected, and there is ${told(text)}.`)
  const wei = BigInt(whole + fraction.padEnd(18, '0'))
  if (wei > 0n) return wei
  throw refuse('An amount of 0 karma asks for nothing.')
}

function tierOf(text: string | undefined): number {
  const tier = /^\d{1,3}$/.test(text ?? '') ? Number(text) : 0
  if (tier >= 1 && tier <= MOST_TIER) return tier
  throw refuse(`A tier from 1 to ${MOST_TIER} was expected, and there is ${told(text)}.`)
}

const told = (text: string | undefined) => (text === undefined ? 'nothing more' : `"${text.slice(0, 40)}"`)

function readCondition(words: Words): Condition {
  const kind = words.take()
  if (kind !== 'city') words.take('>=')
  if (kind === 'held' || kind === 'earned') return { kind, wei: amountOf(words.take()) }
  if (kind === 'pass') return { kind, tier: tierOf(words.take()) }
  if (kind === 'city') return { kind, cell: parseCell(words.take() ?? '', 'city') }
  throw refuse(`A condition was expected, and there is ${told(kind)}.`)
}

function readPart(words: Words): Gate {
  if (words.take('not')) return words.deeper(() => ({ kind: 'not', part: readPart(words) }))
  if (!words.take('(')) return readCondition(words)
  const inner = words.deeper(() => readList(words, 'or'))
  if (words.take(')')) return inner
  throw refuse('A bracket is not closed.')
}

/** `and` binds tighter than `or`. */
function readList(words: Words, kind: 'and' | 'or'): Gate {
  const read = () => (kind === 'or' ? readList(words, 'and') : readPart(words))
  const parts = [read()]
  while (words.take(kind)) parts.push(read())
  const [only] = parts
  return parts.length === 1 && only ? only : { kind, parts }
}

/**
 * A gate as its founder writes it: "held 100 and (pass 1 or earned 50) and not city 852a1073fffffff". Pure.
 * @throws Final `group.gate-text`, `cell.invalid`
 */
export function parseGate(text: string): Gate {
  if (text.length > MOST_GATE_TEXT) throw refuse(`A gate has ${MOST_GATE_TEXT} characters at most.`)
  const words = new Words(text)
  const gate = readList(words, 'or')
  const rest = words.take()
  if (rest !== undefined) throw refuse(`The gate ends before ${told(rest)}.`)
  if (conditionsOf(gate).length > MOST_CONDITIONS)
    throw refuse(`A gate has ${MOST_CONDITIONS} conditions at most.`)
  return gate
}
