import { type Random, seeded } from '../../core/random.ts'
import { type Illness, illnesses, type Stage } from './kill-shop.ts'

/** When something happens: so long after the next time that a request or an order comes this far. */
export type Moment = 'walking' | 'confirmed' | 'submitting' | Stage
export type Act = 'SIGKILL' | 'browser SIGKILL' | 'asleep' | 'browser asleep' | 'database lost'
export type Doom = {
  act: Act
  at: Moment
  /** Milliseconds. */
  after: number
  /** Of a sleep, milliseconds. */
  for: number
}

/** What a member does once the total is shown, or before. */
export type Mood = 'confirms' | 'cancels' | 'cancels and confirms at once' | 'asks twice' | 'dry run'
export type Asking = {
  mood: Mood
  /** Of the confirmation behind the review, or of the cancellation behind the request; milliseconds. */
  after: number
}

/** What a seed has in store. */
export type CheckoutPlan = {
  illness: Illness
  askings: Asking[]
  /** Each happens once, the first of those whose moment comes. */
  dooms: Doom[]
  workers: number
  /** Of the shop. */
  shop: Random
  /** In a thousand messages to the database. */
  cuts: number
  database: Random
}

type Weighed<Name> = readonly (readonly [Name, number])[]

function choose<Name>(random: Random, all: Weighed<Name>): Name {
  const [last] = all[all.length - 1] ?? all[0] ?? []
  let rest = random(all.reduce((sum, [, share]) => sum + share, 0))
  for (const [name, share] of all) {
    if (rest < share) return name
    rest -= share
  }
  return last as Name
}

const acts: Weighed<Act> = [
  ['SIGKILL', 6],
  ['browser SIGKILL', 2],
  ['asleep', 2],
  ['browser asleep', 1],
  ['database lost', 1],
]
const moments: Weighed<Moment> = [
  ['walking', 1],
  ['confirmed', 3],
  ['submitting', 3],
  ['heard', 2],
  ['booked', 2],
  ['answered', 2],
]
const moods: Weighed<Mood> = [
  ['confirms', 12],
  ['cancels', 2],
  ['cancels and confirms at once', 2],
  ['asks twice', 2],
  ['dry run', 1],
]

/** A walk takes some seconds; the click comes one or two behind the confirmation. Milliseconds. */
const WALK_MS = 6_000
const CONFIRM_MS = 2_500
const CLICK_MS = 400
/** A worker that sleeps longer than its lock holds finds another at its work. */
const NAP_MS = 2_000
const SLEEP_MS = 13_000

function doomOf(random: Random): Doom {
  const at = choose(random, moments)
  const most = at === 'walking' ? WALK_MS : at === 'confirmed' ? CONFIRM_MS : CLICK_MS
  const nap = random(2) === 0 ? random(NAP_MS) : SLEEP_MS + random(SLEEP_MS)
  return { act: choose(random, acts), at, after: random(most + 1), for: nap }
}

const MOST_ASKINGS = 3

export function checkoutPlanOf(seed: number): CheckoutPlan {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const askingOf = (): Asking => {
    const mood = choose(random, moods)
    return { mood, after: random(mood === 'cancels' ? WALK_MS : CLICK_MS) }
  }
  const count = 1 + random(MOST_ASKINGS)
  // No seed without a kill of the whole worker.
  const killed: Doom = { ...doomOf(random), act: 'SIGKILL' }
  const dooms = [killed, ...Array.from({ length: random(3) }, () => doomOf(random))]
  return {
    illness: illnesses[random(illnesses.length)] ?? 'none',
    askings: Array.from({ length: count }, askingOf),
    dooms,
    workers: 1 + random(2),
    shop: seeded(random(2 ** 31)),
    cuts: random(4) === 0 ? 1 + random(4) : 0,
    database: seeded(random(2 ** 31)),
  }
}
