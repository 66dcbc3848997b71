import fc from 'fast-check'
import type { Description, Operation } from './description.ts'
import { hostileText, hostileValue, Known, nearlyValid, valid } from './values.ts'

export type Step = {
  operation: Operation
  who: 'anonymous' | 'ann' | 'ben'
  params: Record<string, unknown>
  query: Record<string, unknown>
  /** A value to send as JSON, or text to send as it stands. */
  body: { json: unknown } | { text: string } | undefined
  headers: Record<string, string>
}

/** Bodies that no schema describes, most of them hardly JSON. */
const strangeText = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{"a":1e999}',
  '{"__proto__":{"admin":true}}',
  '{"a":1,"a":2}',
  '\ufeff{}',
  '['.repeat(30_000),
  `"${'x'.repeat(70_000)}"`,
  'a=b&c=d',
)

const strangeHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  fc.constantFrom<Record<string, string>[]>(
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { authorization: 'Bearer x.y.z' },
    { authorization: 'Basic YTpi' },
    { authorization: 'Bearer ' },
    { cookie: 'snpd=x; snpd=y; =; __proto__=z' },
    { 'x-forwarded-for': "'; drop table app.member; --" },
    { 'accept-language': 'x'.repeat(4_000) },
    { 'user-agent': `\u00ff${'u'.repeat(3_000)}` },
    { 'idempotency-key': 'the same' },
    { 'idempotency-key': 'k'.repeat(1_000) },
    { 'idempotency-key': '' },
    { 'x-request-id': 'mine' },
  ),
)

/** What a path's ids are of: "/api/restocks". */
const nounOf = (path: string) => path.split('/{')[0] ?? path

function paramsOf({ parameters, path }: Operation, where: 'path' | 'query', named: Description['named']) {
  const own = parameters.filter((one) => one.in === where)
  const arbitraries = own.map(({ name, schema }) => {
    const known = fc.nat(30).map((nth) => new Known(`${nounOf(path)} ${name}`, nth))
    const good = valid(schema, { named, key: name })
    const fitting = where === 'path' ? fc.oneof({ weight: 5, arbitrary: known }, good) : good
    return [name, fc.oneof({ weight: 9, arbitrary: fitting }, hostileText)]
  })
  const requiredKeys = own.filter(({ required }) => required).map(({ name }) => name)
  return fc.record(Object.fromEntries(arbitraries) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys })
}

function queryOf(operation: Operation, named: Description['named']): fc.Arbitrary<Record<string, unknown>> {
  const good = paramsOf(operation, 'query', named)
  const extra = fc.dictionary(
    fc.constantFrom('x', 'limit', 'before', '__proto__', 'constructor', 'a[b]'),
    hostileText,
  )
  return fc.oneof(
    { weight: 8, arbitrary: good },
    fc.tuple(good, extra).map(([one, two]) => ({ ...one, ...two })),
  )
}

function bodyOf({ body, method }: Operation, named: Description['named']): fc.Arbitrary<Step['body']> {
  const strange = strangeText.map((text) => ({ text }))
  const hostile = hostileValue.map((json) => ({ json }))
  if (method === 'GET') return fc.constant(undefined)
  if (!body) return fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, strange, hostile)
  const asJson = (json: unknown) => ({ json })
  return fc.oneof(
    { weight: 10, arbitrary: valid(body, { named, key: '' }).map(asJson) },
    { weight: 7, arbitrary: nearlyValid(body, { named, key: '' }).map(asJson) },
    hostile,
    strange,
    fc.constant(undefined),
  )
}

function stepOf(operation: Operation, named: Description['named']): fc.Arbitrary<Step> {
  return fc.record({
    operation: fc.constant(operation),
    who: fc.constantFrom('anonymous', 'ann', 'ann', 'ben', 'ben'),
    params: paramsOf(operation, 'path', named),
    query: queryOf(operation, named),
    body: bodyOf(operation, named),
    headers: strangeHeaders,
  })
}

/** What a member hardly does twice in a session would leave the others too little to do. */
const rare = /^(DELETE \/api\/me$|POST \/api\/auth\/logout)/

/** One request of anybody to any of the operations. */
function anyStep({ operations, named }: Description): fc.Arbitrary<Step> {
  const weighed = operations.map((one) => ({
    weight: rare.test(one.name) ? 2 : one.method === 'GET' ? 3 : 5,
    arbitrary: stepOf(one, named),
  }))
  return fc.oneof(...weighed)
}

/** Seeds in a row after which every operation was asked, however the dice fell. */
export const ALL_ASKED = 6

/**
 * What a seed asks: anything, as often as there are operations and more, and then its share of all of them, when there is
 * something to ask for.
 */
export function sessionOf(description: Description, seed: number): fc.Arbitrary<Step[]> {
  const { operations, named } = description
  const share = operations.filter((_, nth) => nth % ALL_ASKED === Math.abs(seed) % ALL_ASKED)
  const any = fc.array(anyStep(description), {
    minLength: operations.length,
    maxLength: 2 * operations.length,
    size: 'max',
  })
  const owed = fc.tuple(...share.map((operation) => stepOf(operation, named)))
  return fc.tuple(any, owed).map(([first, then]) => [...first, ...then])
}
