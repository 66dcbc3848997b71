import type { Random } from '../../core/random.ts'
import { farmers, type Habit, honest, type Strategy, type StrategyName, strategies } from './classes.ts'

export type Ring = { name: StrategyName; strategy: Strategy; members: Person[] }

export type Person = {
  id: string
  /** What the report calls those like this one. */
  group: string
  kind: 'honest' | 'farmer' | 'ring'
  habit: Habit
  city: number
  ring: Ring | null
  /** Of a ring: the how many-th. */
  place: number
}

export type Crowd = { people: Person[]; cities: Person[][]; rings: Ring[] }

/** Of members per city: the n-th city has one n-th of the first one's, as towns have it. */
const CITIES = 20

function cityOf(random: Random, weights: readonly number[]): number {
  const total = weights.at(-1) ?? 0
  const point = random(Math.round(total * 1e6)) / 1e6
  return weights.findIndex((sum) => point < sum)
}

/** Sums of 1, 1/2, 1/3, ... */
function harmonic(): number[] {
  let sum = 0
  return Array.from({ length: CITIES }, (_, n) => {
    sum += 1 / (n + 1)
    return sum
  })
}

type Group = { group: string; kind: 'honest' | 'farmer'; habit: Habit; size: number }

function groupsOf(members: number): Group[] {
  const alone = Object.entries(farmers).map(([group, { share, ...habit }]): Group => {
    return { group, kind: 'farmer', habit, size: Math.round(share * members) }
  })
  const left = members - alone.reduce((sum, { size }) => sum + size, 0)
  const good = Object.entries(honest).map(([group, { share, ...habit }]): Group => {
    return { group, kind: 'honest', habit, size: Math.round(share * left) }
  })
  return [...good, ...alone]
}

type Populate = {
  members: number
  ringSize: number
  rings?: readonly StrategyName[] | undefined
  random: Random
}

/** Everyone: honest members and farmers, and one ring of each strategy on top. */
export function populate({ members, ringSize, rings: playing, random }: Populate): Crowd {
  const weights = harmonic()
  const people: Person[] = []
  const add = (person: Omit<Person, 'id'>): Person => {
    const made = { id: `m${String(people.length).padStart(5, '0')}`, ...person }
    people.push(made)
    return made
  }
  for (const { size, ...group } of groupsOf(members))
    for (let n = 0; n < size; n++) add({ ...group, city: cityOf(random, weights), ring: null, place: 0 })
  const chosen = Object.entries(strategies).filter(
    ([name]) => playing?.includes(name as StrategyName) ?? true,
  )
  const rings = chosen.map(([name, strategy], which): Ring => {
    const ring: Ring = { name: name as StrategyName, strategy, members: [] }
    // Each in a city of its own: two that help each other would be one larger ring.
    const city = (2 * which) % CITIES
    for (let place = 0; place < ringSize; place++)
      ring.members.push(add({ group: name, kind: 'ring', habit: strategy, city, ring, place }))
    return ring
  })
  const cities = weights.map((_, city) => people.filter((person) => person.city === city))
  return { people, cities, rings }
}
