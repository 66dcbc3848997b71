import { describe, expect, test } from 'vitest'
import type { Vouched } from './act.ts'
import { circleAround } from './around.ts'
import { isBusy } from './busy.ts'
import { type Circle, pointsOf } from './circle.ts'
import { ringRules } from './constants.ts'
import { nextToAsk } from './explore.ts'

/** Numbers from 0 to 1, the same for one seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Explores as the product does. */
function around(member: string, all: readonly Vouched[], active = 2 * ringRules.reach): Circle | null {
  const explored = new Set<string>()
  const acts: Vouched[] = []
  for (let ask = [member]; ask.length > 0; ask = nextToAsk(explored, acts)) {
    for (const id of ask) explored.add(id)
    acts.push(...all.filter(({ owner }) => ask.includes(owner)))
  }
  const given = new Map<string, number>()
  for (const { vouchers } of all) for (const id of vouchers) given.set(id, (given.get(id) ?? 0) + 1)
  const busy = new Set([...given].filter(([, window]) => isBusy({ window, day: 0 })).map(([id]) => id))
  return circleAround({ member, explored, acts, given, busy, active })
}

const share = (circle: Circle | null): number => (circle ? circle.closed / circle.acts : 0)
const points = (circle: Circle | null): number => (circle ? pointsOf(circle) : 0)
const named = (prefix: string, size: number) => Array.from({ length: size }, (_, n) => `${prefix}${n}`)

type Crowd = { people: string[]; each: number; vouchers: number; roll: () => number; from?: string[] }

/** Everyone acts `each` times, and so many of `from` vouch. */
function crowd({ people, each, vouchers, roll, from = people }: Crowd): Vouched[] {
  return people.flatMap((owner) =>
    Array.from({ length: each }, () => {
      const chosen = new Set<string>()
      while (chosen.size < vouchers) {
        const id = from[Math.floor(roll() * from.length)] ?? ''
        if (id !== owner) chosen.add(id)
      }
      return { owner, vouchers: [...chosen] }
    }),
  )
}

describe('a ring', () => {
  const roll = random(7)
  const city = crowd({ people: named('c', 300), each: 8, vouchers: 2, roll })
  const ring = named('r', 20)
  const fakes = crowd({ people: ring, each: 10, vouchers: 1, roll })

  test('of twenty is found whole from any of its members, and nobody else with it', () => {
    for (const member of ['r0', 'r19']) {
      const circle = around(member, [...city, ...fakes])
      expect(circle?.members).toEqual([...ring].sort())
      expect(share(circle)).toBe(1)
    }
  })

  test('is not loosened by all the true reports that it confirms', () => {
    const camouflage = city.map((act, n) => ({ ...act, vouchers: [...act.vouchers, `r${n % 20}`] }))
    expect(share(around('r3', [...camouflage, ...fakes]))).toBe(1)
  })

  test('is loosened only as far as outsiders vouch for it', () => {
    const careless = fakes.map((act, n) =>
      n % 10 === 0 ? { ...act, vouchers: [...act.vouchers, `c${n}`] } : act,
    )
    const circle = around('r3', [...city, ...careless])
    expect(share(circle)).toBeGreaterThanOrEqual(0.89)
    expect(circle?.members.filter((id) => id.startsWith('r')).length).toBeGreaterThanOrEqual(19)
  })

  test('cannot launder itself through a member who is vouched for outside, nor through fresh accounts', () => {
    const washed = fakes.map((act) => ({ ...act, vouchers: ['w'] }))
    const real = crowd({ people: ['w'], each: 5, vouchers: 2, roll, from: named('c', 300) })
    expect(share(around('r3', [...city, ...washed, ...real]))).toBe(1)
    const fresh = fakes.map((act, n) => ({ ...act, vouchers: [`f${n % 90}`] }))
    expect(share(around('r3', [...city, ...fresh]))).toBe(1)
  })

  test('is not loosened by members who confirm everything, and who lives by their word alone is found alone', () => {
    const everything = [...city, ...fakes].map((act) => ({ ...act, vouchers: [...act.vouchers, 'bot'] }))
    const circle = around('r3', everything)
    expect([share(circle), circle?.members.includes('r0')]).toEqual([1, true])
    expect(points(around('c0', everything))).toBe(0)
    const inventor = crowd({ people: ['i'], each: 10, vouchers: 1, roll, from: ['bot'] })
    expect(points(around('i', [...everything, ...inventor]))).toBe(ringRules.closedPoints)
  })

  test('that passes its word on in a line, each for the next, is found too', () => {
    const line = ring.flatMap((owner, n) =>
      crowd({ people: [owner], each: 5, vouchers: 1, roll, from: [`r${(n + 1) % 20}`] }),
    )
    expect(around('r0', [...city, ...line])?.members).toHaveLength(20)
  })
})

describe('honest members', () => {
  test('of a city are in no closed circle', () => {
    const roll = random(3)
    for (const size of [300, 1000]) {
      const city = crowd({ people: named('c', size), each: 8, vouchers: 2, roll })
      for (const member of named('c', 10)) expect(points(around(member, city))).toBe(0)
    }
  })

  test('are in none either when half of the members only confirm and never report', () => {
    const roll = random(5)
    const from = [...named('c', 150), ...named('lurker', 150)]
    const city = crowd({ people: named('c', 150), each: 10, vouchers: 1, roll, from })
    for (const member of named('c', 10)) expect(points(around(member, city))).toBe(0)
  })

  test('who see each other often, and others as well, are in none', () => {
    const roll = random(9)
    const friends = named('c', 4)
    const city = crowd({ people: named('c', 200), each: 8, vouchers: 2, roll })
    const mutual = crowd({ people: friends, each: 6, vouchers: 1, roll, from: friends })
    expect(points(around('c0', [...city, ...mutual]))).toBe(0)
  })

  test('who are half of the community are in none, and a ring within a small one is still found', () => {
    const roll = random(4)
    const village = crowd({ people: named('c', 16), each: 8, vouchers: 2, roll })
    expect(points(around('c0', village))).toBe(ringRules.closedPoints)
    expect(points(around('c0', village, 16))).toBe(0)
    const fakes = crowd({ people: named('r', 6), each: 8, vouchers: 1, roll })
    const slips = { owner: 'r0', vouchers: ['c0'] }
    const circle = around('r0', [...village, ...fakes, slips], 22)
    expect(circle?.members).toEqual(named('r', 6))
  })

  test('whom a ring vouches for, on top of others, are not drawn into it', () => {
    const roll = random(8)
    const city = crowd({ people: named('c', 300), each: 8, vouchers: 1, roll })
    const fakes = crowd({ people: named('r', 6), each: 10, vouchers: 1, roll })
    const smeared = city.map((act) =>
      act.owner === 'c0' ? { ...act, vouchers: [...act.vouchers, 'r0', 'r1'] } : act,
    )
    expect(points(around('r0', [...smeared, ...fakes]))).toBe(ringRules.closedPoints)
    expect(points(around('c0', [...smeared, ...fakes]))).toBe(0)
  })

  test('with too few acts are not judged at all', () => {
    const acts = Array.from({ length: ringRules.fewestActs - 1 }, () => ({ owner: 'a', vouchers: ['b'] }))
    expect(around('a', acts)).toBeNull()
    expect(around('nobody', [])).toBeNull()
  })
})

test('the walk goes no further than its reach, the most frequent first', () => {
  const many = named('v', 200).map((id) => ({ owner: 'a', vouchers: [id, 'often'] }))
  const next = nextToAsk(new Set(['a']), many)
  expect(next).toHaveLength(ringRules.reach - 1)
  expect(next[0]).toBe('often')
  expect(nextToAsk(new Set(named('x', ringRules.reach)), many)).toEqual([])
})
