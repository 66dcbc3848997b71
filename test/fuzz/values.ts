import fc from 'fast-check'
import { writeCursor } from '../../core/karma/leaderboard.ts'
import { writePlace } from '../../core/post/cursor.ts'
import { CANARY } from '../support/canary.ts'
import { type Schema, type Schemas, typesOf, whole } from './schema.ts'

/** Stands for an id that an earlier answer gave; the player puts it in when it knows one. */
export class Known {
  readonly noun: string
  readonly nth: number

  constructor(noun: string, nth: number) {
    this.noun = noun
    this.nth = nth
  }
}

/** Stands for the password of whoever asks. */
export class Own {
  readonly what: 'password' | 'login'

  constructor(what: Own['what']) {
    this.what = what
  }
}

/** Texts that have broken a server before: ends of strings, of encodings, of queries, of pages, of numbers. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udc00x',
    '\ufeff',
    '\u202e',
    'e\u0301'.repeat(50),
  ),
  fc.constantFrom(
    "' or 1=1 --",
    '"; drop table app.member; --',
    '$1',
    '{{7*7}}',
    '%00',
    '%s%n',
    '../../etc/passwd',
  ),
  fc.constantFrom(
    '<script>alert(1)</script>',
    'x\r\nset-cookie: a=b',
    'NaN',
    '-0',
    '1e999',
    'null',
    '__proto__',
  ),
  fc.constantFrom('9'.repeat(400), 'x'.repeat(5_000), '\u{1f45f}'.repeat(300), '0x', '٣', '1_000', '0b11'),
  fc.constant(`my card ${CANARY.number}`),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

const hostileNumber = fc.constantFrom(-1, 0, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 1e308, 5e-324)

const hostileKey = fc.constantFrom(
  'role',
  'id',
  'member_id',
  'karma_balance',
  'password_hash',
  '__proto__',
  'constructor',
  '',
  '\u0000',
)

/** Anything that JSON can say. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: hostileNumber },
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { toString: 1 }, { length: -1 }),
  fc.dictionary(hostileKey, hostileText, { maxKeys: 3 }),
)

const someId = '00000000-0000-7000-8000-000000000000'

/** What a member would write, where any text of the right form would get no further than the gate. */
const likely: Record<string, fc.Arbitrary<unknown>> = {
  size: fc.constantFrom('9', '10'),
  currency: fc.constant('USD'),
  max_total_minor: fc.constantFrom(20_000, 99_999_999),
  // What a leaderboard is of, and where it goes on.
  scope: fc.constant('city'),
  cell: fc.constantFrom(new Known('cell', 0), new Known('near', 0)),
  near: fc.constantFrom(new Known('near', 0), new Known('near', 0), new Known('cell', 0)),
  cells: fc.constant([new Known('cell', 0)]),
  gate: fc.constantFrom('held 5', 'not held 5 or pass 1'),
  // Where nobody answers, so that nobody is waited for.
  url: fc.constantFrom('http://127.0.0.1:9/hook', 'http://127.0.0.1:9/api/webhooks/1/x'),
  endpoint: fc.nat(9).map((nth) => `http://127.0.0.1:9/push/${nth}`),
  cursor: fc.constantFrom(
    writeCursor({ karma: '1', memberId: someId, rank: 1, shown: 1 }),
    writePlace({ id: someId, hot: null }),
    writePlace({ id: someId, hot: 1 }),
  ),
}

/** Nobody's, but a member may have mistyped it: as little to be repeated as the right one. */
const otherPassword = fc.stringMatching(/^wrong [a-z]{12}$/)

type Place = { named: Schemas; key: string }

function validText(
  { pattern, format, minLength = 0, maxLength = 60 }: Schema,
  key: string,
): fc.Arbitrary<unknown> {
  const known = fc.nat(30).map((nth) => new Known(key, nth))
  if (format === 'uuid') return fc.oneof({ weight: 9, arbitrary: known }, fc.uuid({ version: 7 }))
  if (format === 'email') return fc.nat(99).map((nth) => `fuzz${nth}@fuzz.example`)
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  if (key === 'login') return fc.constant(new Own(key))
  if (/password$/.test(key))
    return fc.oneof({ weight: 3, arbitrary: fc.constant(new Own('password')) }, otherPassword)
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) })
}

function validNumber({ minimum, maximum, exclusiveMinimum }: Schema): fc.Arbitrary<number> {
  const min = Math.ceil(minimum ?? (exclusiveMinimum === undefined ? -1_000_000 : exclusiveMinimum + 1))
  return fc.integer({ min, max: Math.floor(Math.max(min, maximum ?? 1_000_000)) })
}

function validObject({ properties = {}, required = [] }: Schema, named: Schemas): fc.Arbitrary<unknown> {
  const shapes = Object.entries(properties).map(([key, inner]) => [key, valid(inner, { named, key })])
  return fc.record(Object.fromEntries(shapes) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: required,
  })
}

/** Values as the schema wants them. */
export function valid(given: Schema, { named, key }: Place): fc.Arbitrary<unknown> {
  const schema = whole(given, named)
  const ways = schema.oneOf ?? schema.anyOf
  if (ways) return fc.oneof(...ways.map((way) => valid(way, { named, key })))
  const usual = likely[key]
  if (usual) return fc.oneof({ weight: 5, arbitrary: usual }, valid(schema, { named, key: '' }))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const kinds: Record<string, () => fc.Arbitrary<unknown>> = {
    string: () => validText(schema, key),
    integer: () => validNumber(schema),
    number: () => validNumber(schema),
    boolean: () => fc.boolean(),
    null: () => fc.constant(null),
    object: () => validObject(schema, named),
    array: () =>
      fc.array(valid(schema.items ?? {}, { named, key }), { minLength: schema.minItems, maxLength: 3 }),
  }
  const found = typesOf(schema).flatMap((type) => kinds[type]?.() ?? [])
  return found.length > 0 ? fc.oneof(...found) : hostileValue
}

type Change = { kind: 'drop' | 'add' | 'put'; nth: number; key: string; value: unknown }

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('drop', 'add', 'put', 'put'),
  nth: fc.nat(20),
  key: hostileKey,
  value: hostileValue,
})

/** One thing of a value changed: a key left out, one too many, or something hostile in its place, however deep. */
function changed(value: unknown, { kind, nth, key, value: put }: Change): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Own) return put
  const entries = Object.entries(value)
  const [name, inner] = entries[nth % Math.max(1, entries.length)] ?? []
  if (name === undefined || kind === 'add') return Object.fromEntries([...entries, [key, put]])
  const others = entries.filter(([other]) => other !== name)
  if (kind === 'drop') return Object.fromEntries(others)
  const deeper = changed(inner, { kind, nth: Math.floor(nth / 2), key, value: put })
  return Object.fromEntries([...others, [name, deeper]])
}

/** Values one change away from what the schema wants. */
export function nearlyValid(schema: Schema, place: Place): fc.Arbitrary<unknown> {
  return fc.tuple(valid(schema, place), change).map(([value, one]) => changed(value, one))
}
