import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf } from '../cell/cell.ts'
import { uuidv7 } from '../id.ts'
import { type AlertFilter, alertFilterShape } from './filter.ts'
import { hears } from './match.ts'
import { roomsOfAlert, roomsOfListener } from './rooms.ts'
import type { Alert } from './shape.ts'

const [pairs, stores] = [[uuidv7(), uuidv7()] as const, [uuidv7(), uuidv7()] as const]
const members = [uuidv7(), uuidv7()] as const
const sizes = ['9', '9.5', '*', 'all', '=9', '1|*'] as const
/** Two doors of one city, and another city. */
const places = [
  placeOf({ latitude: 40.7195, longitude: -73.9613 }),
  placeOf({ latitude: 40.72, longitude: -73.99 }),
  placeOf({ latitude: 37.77, longitude: -122.45 }),
] as const
const time = '2026-11-23T09:00:00.000Z'
const common = { seq: 1, id: uuidv7(), written_at: time }

const place = fc.option(fc.constantFrom(...places))
const about = fc.record({ pair: fc.constantFrom(...pairs), shop: fc.constantFrom(...stores), place })
const alerts: fc.Arbitrary<Alert> = fc.oneof(
  fc.record({ about, size: fc.constantFrom(...sizes) }).map(({ about: { pair, shop, place }, size }) => ({
    ...{
      ...common,
      kind: 'restock' as const,
      restock_id: uuidv7(),
      size,
      state: 'in' as const,
      price_minor: null,
      currency: null,
    },
    ...{ source: 'monitor' as const, confidence: 1, asked_at: null, seen_at: time, place },
    ...{ sneaker: { id: pair } as never, store: { id: shop } as never },
  })),
  about.map(({ pair, shop, place }) => ({
    ...{ ...common, kind: 'drop' as const, drop_id: uuidv7(), place },
    ...{ sneaker: { id: pair } as never, store: { id: shop } as never },
  })),
  fc.constant({
    ...common,
    kind: 'vote' as const,
    proposal_id: `0x${'0'.repeat(64)}`,
    state: 'open' as const,
  }),
  fc.constantFrom(...members).map((plan_id) => ({
    ...{ ...common, kind: 'raffle-open' as const, plan_id, raffle_id: '7', title: 'Friday', tier: 0 },
    closes_at: time,
  })),
  fc.constantFrom(...members).map((member_id) => ({
    ...{ ...common, kind: 'award' as const, award_id: uuidv7(), member_id },
  })),
  fc.constantFrom(...members).map((id) => ({
    ...{ ...common, kind: 'group' as const, call_id: uuidv7(), text: 'Go now', by: null },
    group: { id, slug: 'cooks', name: 'Cooks' },
  })),
  fc.constantFrom(...members).map((member_id) => ({
    ...{ ...common, kind: 'raffle' as const, raffle_id: '7', state: 'won' as const, member_id },
  })),
)

const cells = places.flatMap((place) => Object.values(place))
const filters: fc.Arbitrary<AlertFilter> = fc.record(
  {
    sneaker_id: fc.constantFrom(...pairs),
    store_id: fc.constantFrom(...stores),
    size: fc.constantFrom(...sizes),
    cells: fc.subarray(cells, { minLength: 1 }),
  },
  { requiredKeys: [] },
)
const listeners = fc.record({
  filters: fc.array(filters, { maxLength: 4 }),
  memberId: fc.option(fc.constantFrom(...members), { nil: undefined }),
})

test('whoever is in a room of an alert hears it by its filters, and nobody else', () => {
  const isIn = fc.property(listeners, alerts, (listener, alert) => {
    const rooms = roomsOfListener(listener)
    expect(roomsOfAlert(alert)).not.toEqual([])
    expect(roomsOfAlert(alert).some((room) => rooms.has(room))).toBe(hears(listener, alert))
  })
  fc.assert(isIn, { numRuns: 2000 })
})

test('a filter without any part takes all that is for everyone', () => {
  const all = { filters: [{}], memberId: undefined }
  const isPublic = ({ kind }: Alert) => kind === 'restock' || kind === 'drop'
  fc.assert(fc.property(alerts, (alert) => hears(all, alert) === isPublic(alert)))
})

test('a filter is refused with a cell of a resolution that shops are not known by, and with parts it does not have', () => {
  const { door, city } = places[0]
  expect(alertFilterShape.safeParse({ cells: [door, city] }).success).toBe(true)
  for (const wrong of [{ cells: ['862a100efffffff'] }, { cells: [] }, { latitude: 40 }, { size: '' }])
    expect(alertFilterShape.safeParse(wrong).success).toBe(false)
})

test('what a group calls out is said in a room of its own, where no filter leads: no room at all would be everybody', () => {
  const group = { id: uuidv7(), slug: 'cooks', name: 'Cooks' }
  const call: Alert = { ...common, kind: 'group', call_id: uuidv7(), text: 'Go now', by: null, group }
  const said = roomsOfAlert(call)
  expect(said).toHaveLength(1)
  const [memberId] = members
  const heard = roomsOfListener({ filters: [{}], memberId })
  expect(said.filter((room) => heard.has(room))).toEqual([])
})
