import { request } from 'node:http'
import type { Step } from './steps.ts'
import { Known, Own } from './values.ts'
import type { Person, World } from './world.ts'

export type Reply = { status: number; headers: Record<string, string>; text: string; sent: string }

const NOBODYS = '00000000-0000-7000-8000-000000000000'

function knownOf({ known }: World, { noun, nth }: Known): string {
  const pool = known.get(noun) ?? known.get(noun.split(' ').at(-1) ?? '') ?? []
  return pool[nth % Math.max(1, pool.length)] ?? NOBODYS
}

/** The value with the ids and words in it that only this run knows. */
function filled(world: World, person: Person, value: unknown): unknown {
  if (value instanceof Known) return knownOf(world, value)
  if (value instanceof Own) return value.what === 'password' ? person.password : person.username
  if (Array.isArray(value)) return value.map((item) => filled(world, person, item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, filled(world, person, inner)])
  return Object.fromEntries(entries)
}

const encoded = (value: unknown) => encodeURIComponent(String(value).toWellFormed())

function targetOf(world: World, person: Person, { operation, params, query }: Step): string {
  const all = filled(world, person, params) as Record<string, unknown>
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(all[name]) || '%20')
  const pairs = Object.entries(filled(world, person, query) as object)
  return pairs.length === 0
    ? path
    : `${path}?${pairs.map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&')}`
}

/** Sends a step as it is, odd bytes and all, which fetch would set right first. */
export function send(world: World, step: Step, nth: number): Promise<Reply> {
  const person = world.people[step.who === 'ben' ? 'ben' : 'ann']
  const { body, operation } = step
  const text = body && ('text' in body ? body.text : JSON.stringify(filled(world, person, body.json)))
  const headers: Record<string, string> = {
    // Each request from somewhere else: limits by address would end the run before it began.
    'x-forwarded-for': `198.51.${nth >> 8}.${nth & 255}`,
    ...(step.who === 'anonymous' ? {} : { authorization: `Bearer ${person.token}` }),
    // Node frames a DELETE's body only when told how long it is.
    ...(text === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(text)}` }),
    ...step.headers,
  }
  const path = targetOf(world, person, step)
  const sent = `${step.who}: ${operation.method} ${path} ${JSON.stringify(step.headers)} ${(text ?? '').slice(0, 500)}`
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: world.web.port, path, method: operation.method, headers }
    const asked = request({ ...options, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers as Record<string, string>,
          text: Buffer.concat(parts).toString(),
          sent,
        }),
      )
    })
    asked.once('error', (error) => reject(new Error(`no answer to ${sent}`, { cause: error }))).end(text)
  })
}
