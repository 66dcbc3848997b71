import { expect, test } from 'vitest'
import type { Alert } from '../alert/shape.ts'
import { isTold } from '../checkout/told.ts'
import { defaultNotifications } from '../member/notifications.ts'
import { MOST_TRIES, restMs } from './retry.ts'
import { isUrgent, wants } from './wants.ts'

const common = { seq: 1, id: '0', written_at: '2026-11-23T10:00:00.000Z' }
const restock = { ...common, kind: 'restock', size: '10' } as Alert
const purchase = (state: string) =>
  ({ ...common, kind: 'purchase', member_id: '1', request_id: '2', state }) as Alert
const award = { ...common, kind: 'award', member_id: '1', award_id: '2' } as Alert

test('each kind of alert hangs on its own switch', () => {
  const off = {
    ...defaultNotifications,
    restocks: false,
    drops: false,
    checkouts: false,
    karma: false,
    raffles: false,
    trades: false,
  }
  const vote = { ...common, kind: 'vote', proposal_id: '3', state: 'open' } as Alert
  const raffle = { ...common, kind: 'raffle-open', title: 'Friday' } as Alert
  const trade = { ...common, kind: 'trade', member_id: '1', state: 'offered' } as Alert
  const kinds = [
    restock,
    { ...common, kind: 'drop' } as Alert,
    purchase('ordered'),
    award,
    vote,
    raffle,
    trade,
  ]
  const switches = ['restocks', 'drops', 'checkouts', 'karma', 'votes', 'raffles', 'trades'] as const
  for (const [nth, topic] of switches.entries())
    expect(kinds.map((alert) => wants({ ...off, [topic]: true }, alert))).toEqual(
      kinds.map((_, at) => at === nth),
    )
})

test('what a group calls out hangs on the switch of the group, and on none of these', () => {
  const call = { ...common, kind: 'group', call_id: '1', text: 'Now', by: null } as Alert
  const off = {
    ...{ restocks: false, drops: false, checkouts: false, karma: false },
    ...{ raffles: false, trades: false, votes: false },
  }
  expect(wants({ ...defaultNotifications, ...off }, call)).toBe(true)
})

test('of sizes that were chosen, those alone; with none chosen, every size', () => {
  const of = (...sizes: string[]) => wants({ ...defaultNotifications, sizes }, restock)
  expect([of(), of('10'), of('9.5', '10'), of('10.5'), of('9')]).toEqual([true, true, true, false, false])
})

test('what waits for its member is urgent, and nothing else is', () => {
  const all = [purchase('review'), purchase('with-member'), purchase('ordered'), award, restock]
  expect(all.map(isUrgent)).toEqual([true, true, false, false, false])
})

test('a member is told where a checkout needs them or has ended, and not of what they did themselves', () => {
  const told = (
    to: 'review' | 'walking' | 'with-member' | 'ordered' | 'submitting',
    mode: 'review' | 'auto',
  ) => isTold({ to, mode })
  expect([told('review', 'review'), told('with-member', 'auto'), told('ordered', 'auto')]).toEqual([
    true,
    true,
    true,
  ])
  expect([told('review', 'auto'), told('walking', 'review'), told('submitting', 'auto')]).toEqual([
    false,
    false,
    false,
  ])
  const ended = (reason: 'cancelled' | 'sold-out') =>
    isTold({ to: 'not-ordered', mode: 'review', outcome: { kind: 'not-ordered', reason, detail: '' } })
  expect([ended('cancelled'), ended('sold-out')]).toEqual([false, true])
})

test('a channel that fails rests longer each time, a second at first and eight hours at last', () => {
  const rests = Array.from({ length: MOST_TRIES }, (_, nth) => restMs(nth + 1, 0))
  expect(rests).toEqual([...rests].sort((one, other) => one - other))
  expect([rests[0], rests.at(-1), restMs(99, 1)]).toEqual([1_000, 28_800_000, 34_560_000])
})
