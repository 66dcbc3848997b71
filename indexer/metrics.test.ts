import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../scripts/engines/ports.ts'
import { startChain, type TestChain } from '../test/support/chain.ts'
import { createDatabase, type TestDatabase } from '../test/support/database.ts'
import { startMetrics } from './metrics.ts'

let chain: TestChain
let db: TestDatabase
let stop: () => Promise<void>
let port: number
beforeAll(async () => {
  chain = await startChain()
  db = await createDatabase()
  port = await freePort()
  stop = await startMetrics({
    ...{ INDEXER_DATABASE_URL: db.indexerUrl, RPC_URL: chain.rpcUrl },
    ...{ METRICS_PORT: port, METRICS_HOST: '127.0.0.1' },
  })
})
afterAll(async () => {
  await stop()
  await db.close()
  await chain.close()
})

async function scrape(): Promise<Record<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line.startsWith('snpd_'))
  return Object.fromEntries(lines.map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]))
}

test('tells where the mirror stands, how far the head is, and drift; without the node all but the lag', async () => {
  expect(await scrape()).toEqual({ snpd_facts_readable: 1, snpd_ledger_drift: 0 })
  const { indexer } = db
  await indexer`
    insert into chain.cursor (chain_id, genesis_hash, from_block, block_number) values (31337, '\\x00', 0, 0)`
  await indexer`insert into chain.heartbeat (at) values (now() - interval '40 seconds')`
  await expect.poll(scrape).toMatchObject({
    ...{ snpd_indexer_block: 0, snpd_indexer_lag_blocks: expect.any(Number), snpd_ledger_drift: 0 },
  })
  expect((await scrape()).snpd_indexer_silent_seconds).toBeGreaterThan(39)
  await indexer`insert into chain.audit (at, block_number, drift) values (now(), 0, 'One account holds too much.')`
  await chain.close()
  const later = async () => Object.keys(await scrape())
  await expect.poll(later).not.toContain('snpd_indexer_lag_blocks')
  expect(await scrape()).toMatchObject({ snpd_indexer_block: 0, snpd_ledger_drift: 1 })
})
