// Values as scripts write them: JSON, and what is nearly JSON (names without quotes, single quotes, commas at the end,
// undefined, !0). Nothing is ever run.

type Reading = { text: string; at: number; depth: number; names: ReadonlyMap<string, unknown> }

/** Deeper values are none. */
const MAX_DEPTH = 200
const NAMED: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: null,
  NaN: null,
}
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '',
}

/** What is read here is no value. */
class NoValue extends Error {}

function skip(reading: Reading): string {
  const blank = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
  blank.lastIndex = reading.at
  blank.exec(reading.text)
  reading.at = blank.lastIndex
  return reading.text[reading.at] ?? ''
}

function take(reading: Reading, pattern: RegExp): string | undefined {
  const sticky = new RegExp(pattern.source, 'y')
  sticky.lastIndex = reading.at
  const found = sticky.exec(reading.text)?.[0]
  if (found !== undefined) reading.at += found.length
  return found
}

function unescaped(text: string): string {
  return text.replace(/\\(u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|\r?\n|[\s\S])/gi, (_, code: string) => {
    const hex = /^(?:u\{?|x)([\da-f]+)\}?$/i.exec(code)?.[1]
    if (hex) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff))
    return /^\r?\n$/.test(code) ? '' : (ESCAPES[code] ?? code)
  })
}

function readText(reading: Reading, quote: string): string {
  const { text } = reading
  for (let at = reading.at + 1; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at++
    else if (sign === quote) {
      const raw = text.slice(reading.at + 1, at)
      reading.at = at + 1
      return raw.includes('\\') ? unescaped(raw) : raw
    }
  }
  throw new NoValue()
}

function readKey(reading: Reading): string {
  const sign = skip(reading)
  if (sign === '"' || sign === "'") return readText(reading, sign)
  const name = take(reading, /[\w$]+/)
  if (name === undefined) throw new NoValue()
  return name
}

function readRecord(reading: Reading): Record<string, unknown> {
  const record: Record<string, unknown> = Object.create(null)
  reading.at++
  while (skip(reading) !== '}') {
    const key = readKey(reading)
    if (skip(reading) !== ':') throw new NoValue()
    reading.at++
    record[key] = readValue(reading)
    if (skip(reading) === ',') reading.at++
    else if (reading.text[reading.at] !== '}') throw new NoValue()
  }
  reading.at++
  return record
}

function readList(reading: Reading): unknown[] {
  const list: unknown[] = []
  reading.at++
  while (skip(reading) !== ']') {
    if (reading.text[reading.at] === ',') list.push(null)
    else list.push(readValue(reading))
    if (skip(reading) === ',') reading.at++
    else if (reading.text[reading.at] !== ']') throw new NoValue()
  }
  reading.at++
  return list
}

function readWord(reading: Reading): unknown {
  const number = take(reading, /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/)
  if (number !== undefined) return Number(number)
  if (take(reading, /void 0/) !== undefined) return null
  const flag = take(reading, /!\s?[01]/)
  if (flag !== undefined) return flag.endsWith('0')
  const name = take(reading, /[A-Za-z_$][\w$]*/)
  if (name === undefined) throw new NoValue()
  if (name in NAMED) return NAMED[name]
  // new Date("…"), Object.freeze({…}): of what is not known only the end has to be found.
  if (!reading.names.has(name)) throw new NoValue()
  return reading.names.get(name)
}

function readValue(reading: Reading): unknown {
  const sign = skip(reading)
  if (++reading.depth > MAX_DEPTH) throw new NoValue()
  const value =
    sign === '{'
      ? readRecord(reading)
      : sign === '['
        ? readList(reading)
        : sign === '"' || sign === "'" || sign === '`'
          ? readText(reading, sign)
          : readWord(reading)
  reading.depth--
  return value
}

const nobody: ReadonlyMap<string, unknown> = new Map()

/**
 * The value that begins there, and where it ends; undefined where there is none.
 * @param names what names stand for
 */
export function readLiteral(
  text: string,
  at: number,
  names: ReadonlyMap<string, unknown> = nobody,
): { value: unknown; end: number } | undefined {
  const reading: Reading = { text, at, depth: 0, names }
  try {
    const value = readValue(reading)
    return { value, end: reading.at }
  } catch (error) {
    if (error instanceof NoValue) return undefined
    throw error
  }
}

/** JSON as shops write it: in a comment or CDATA, with line ends in texts and commas too many. Undefined: it is none. */
export function readLoosely(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const bare = text.replace(/^\s*(?:\/\/)?\s*(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    const from = bare.search(/[[{]/)
    return from < 0 ? undefined : readLiteral(bare, from)?.value
  }
}
