import { spellings } from '../support/canary.ts'
import { dumpEverything } from '../support/dump.ts'
import type { Description } from './description.ts'
import { judge } from './judge.ts'
import { type Reply, send } from './send.ts'
import type { Step } from './steps.ts'
import { newPerson, type World } from './world.ts'

/** How often each operation answered with each kind of status: a fuzzer that is refused everywhere proves nothing. */
export type Tally = Map<string, Map<number, number>>

/** Keeps every short text of an answer under its key, so that later steps can ask for what exists. */
function learn({ known }: World, { operation }: Step, { text, headers }: Reply): void {
  if (!headers['content-type']?.startsWith('application/json') || operation.path === '/api/openapi.json')
    return
  const place = operation.path.split('/{')[0]
  const keep = (noun: string, value: string) => {
    const pool = known.get(noun) ?? []
    if (pool.length < 30 && !pool.includes(value)) known.set(noun, [...pool, value])
  }
  const walk = (value: unknown, key: string, depth: number): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, key, depth)
    else if (typeof value === 'object' && value)
      for (const [name, inner] of Object.entries(value)) walk(inner, name, depth + 1)
    else if (typeof value === 'string' || typeof value === 'number') {
      // Deeper ones are of other things: a restock's sneaker has an id too.
      if (depth < 3) keep(`${place} ${key}`, String(value))
      if (key.endsWith('_id')) keep(key, String(value))
    }
  }
  walk(JSON.parse(text), '', 0)
}

/** Someone who has signed out, left, or was signed out by their own doing comes as somebody new. */
async function comeBack(world: World, { who }: Step, reply: Reply): Promise<void> {
  if (reply.status !== 401 || who === 'anonymous') return
  const person = await newPerson(world.web, who)
  world.people[who] = person
  world.secrets.push(person.password)
}

/** What one asked to be bought is nobody else's business, its id included. */
function claim(world: World, { who, operation }: Step, { status, text }: Reply): void {
  if (who === 'anonymous' || status !== 201 || operation.name !== 'POST /api/purchase-requests') return
  const { id } = JSON.parse(text) as { id: string }
  world.people[who].bought.push(id)
}

function count(tally: Tally, name: string, status: number): void {
  const counts = tally.get(name) ?? new Map<number, number>()
  tally.set(name, counts.set(status, (counts.get(status) ?? 0) + 1))
}

type Play = { description: Description; tally: Tally }

/** Plays the steps one after the other. @throws Error at the first answer that breaks a promise, with what was sent */
export async function play(
  world: World,
  steps: readonly Step[],
  { description, tally }: Play,
): Promise<void> {
  for (const [nth, step] of steps.entries()) {
    const reply = await send(world, step, nth)
    count(tally, step.operation.name, reply.status)
    const faults = judge(world, step, { reply, description })
    const shown = `${reply.status} ${reply.text.slice(0, 1_000)}\n${world.logs.slice(-1).join('').slice(0, 2_000)}`
    if (faults.length > 0) throw new Error(`${faults.join('\n')}\nsent ${reply.sent}\ngot ${shown}`)
    if (reply.status < 300) learn(world, step, reply)
    claim(world, step, reply)
    await comeBack(world, step, reply)
  }
  const dump = await dumpEverything(world.web.db.ownerUrl)
  const kept = spellings().filter((spelling) => dump.includes(spelling))
  if (kept.length > 0) throw new Error(`the database holds ${kept.join(', ')}`)
}
