import { spellings } from '../support/canary.ts'
import type { Description } from './description.ts'
import { faultsOf } from './schema.ts'
import type { Reply } from './send.ts'
import type { Step } from './steps.ts'
import type { World } from './world.ts'

const problem = 'application/problem+json'

function bodyFaults({ status, headers, text }: Reply, { operation }: Step, { named }: Description): string[] {
  const own = operation.responses[String(status)]
  // Only failures may be what every operation has in common.
  if (!own && status < 400) return [`status ${status} is not described`]
  const described = own ?? operation.responses.default ?? {}
  const types = Object.keys(described)
  const type = headers['content-type']?.split(';')[0] ?? ''
  if (types.length === 0) return text === '' ? [] : ['a body where none is described']
  const schema = described[type]
  if (!schema) return [`${type || 'no type'} instead of ${types.join(' or ')}`]
  if (!type.endsWith('json')) return []
  const value: unknown = JSON.parse(text)
  const faults = faultsOf(value, schema, { at: 'answer', named })
  const isOther = type === problem && (value as { status: number }).status !== status
  return isOther ? [...faults, 'the problem names another status'] : faults
}

/** Sign-ins answer with the member who signed in, whoever asked before. */
const signsIn = /\/(login|register|verify|refresh)$/

/** What `otherPassword` makes. */
const typed = /wrong [a-z]{12}/g

function leaks(world: World, { who, operation }: Step, { text, headers, sent }: Reply): string[] {
  const said = `${text}\n${JSON.stringify(headers)}`
  const { ann, ben } = world.people
  const isIn = signsIn.test(operation.path)
  const others = { anonymous: [ann, ben], ann: [ben], ben: [ann] }[who]
  const hidden = isIn
    ? []
    : [...others.flatMap((one) => [...one.private, ...one.bought]), ann.token, ben.token]
  const found = [...world.secrets, ...(sent.match(typed) ?? []), ...spellings(), ...hidden].filter((secret) =>
    said.includes(secret),
  )
  return found.map((secret) => `the answer holds ${secret.slice(0, 60)}`)
}

function logLeaks({ logs, secrets, people: { ann, ben } }: World): string[] {
  const all = logs.join('\n')
  const personal = [ann, ben].flatMap((one) => [...one.private, one.token])
  const found = [...secrets, ...(all.match(typed) ?? []), ...spellings(), ...personal].filter((secret) =>
    all.includes(secret),
  )
  return found.map((secret) => `the log holds ${secret.slice(0, 60)}`)
}

/** What is wrong with an answer, one sentence each; nothing when it keeps every promise of the description. */
export function judge(
  world: World,
  step: Step,
  { reply, description }: { reply: Reply; description: Description },
) {
  const broken = reply.status >= 500 ? [`status ${reply.status}`] : []
  const unnamed = reply.headers['x-request-id'] === undefined ? ['no x-request-id'] : []
  return [
    ...broken,
    ...unnamed,
    ...bodyFaults(reply, step, description),
    ...leaks(world, step, reply),
    ...logLeaks(world),
  ]
}
