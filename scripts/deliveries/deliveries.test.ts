import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import { parseDeliveriesFlags } from './flags.ts'
import { performDeliveries } from './perform.ts'
import { tellDead, tellLoad } from './tell.ts'

test('what waits and what is dead is told, and there is nothing to try again where nothing is dead', async () => {
  const { app } = await databaseForTest()
  const deliveries = (...args: string[]) => performDeliveries(app, parseDeliveriesFlags(args).command)
  expect(await deliveries('status')).toBe(
    '0 wait, 0 of them are due; 0 alerts are not handed out yet.\n0 sent and 0 dropped of late; 0 dead.\n0 channels, 0 of them failing.',
  )
  expect(await deliveries('dead')).toBe('There are no dead letters.')
  expect(await deliveries('replay', 'all')).toBe('0 are tried again.')
  await expect(deliveries('replay', '01890000-0000-7000-8000-000000000001')).rejects.toMatchObject({
    code: 'delivery.not-found',
  })
})

test('a dead letter is told with its receiver, its tries and what stood in its way', () => {
  const dead = {
    ...{ id: 'd1', alert_id: 'a1', kind: 'restock', channel: 'webhook' as const, host: 'hooks.example' },
    ...{
      username: 'ann',
      tries: 8,
      problem: 'The address answers 500.',
      ended_at: new Date('2026-11-23T09:00:00Z'),
    },
  }
  expect(tellDead([dead])).toBe(
    'd1  2026-11-23 09:00Z  restock  ann  webhook hooks.example  8 tries\n  The address answers 500.',
  )
  const load = {
    behind: 2,
    waiting: 5,
    due: 3,
    oldest_seconds: 12.4,
    sent: 9,
    dead: 1,
    dropped: 0,
    channels: 4,
    failing: 1,
  }
  expect(tellLoad(load)).toMatch(
    /^5 wait, 3 of them are due, the oldest for 12 s; 2 alerts are not handed out yet\./,
  )
})

test('a command that is none is refused with what there is', () => {
  for (const args of [[], ['status', 'x'], ['replay'], ['replay', '7'], ['dead', '--all']])
    expect(() => parseDeliveriesFlags(args)).toThrow(expect.objectContaining({ code: 'config.invalid' }))
  expect(parseDeliveriesFlags(['replay', 'all', '--data', 'd'])).toEqual({
    data: 'd',
    command: { name: 'replay', which: 'all' },
  })
})
