import { privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listHeartbeats } from '../../db/heartbeats/list.ts'
import { type SettleWorld, silentLogger, startWorld } from '../../test/support/settle.ts'
import { startTrades } from './start.ts'

let world: SettleWorld
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

test('who carries verdicts tells what gas is left, before anything has to be carried', async () => {
  const { rpcUrl, deployment, deployerKey: arbiterKey } = world.chain
  const sql = world.database.app
  const options = { sql, logger: silentLogger, rpcUrl, deployment, beaconUrls: [], challengeSeconds: 60 }
  const trades = startTrades({ ...options, arbiterKey, pollMs: 50 })
  const fuel = async () =>
    (await listHeartbeats(sql)).find(({ component }) => component === 'arbiter')?.detail
  await expect
    .poll(fuel)
    .toMatchObject({ account: privateKeyToAddress(arbiterKey), calls_left: expect.any(Number) })
  await trades.stop()
})
