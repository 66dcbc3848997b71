import { blockNumber } from '../../adapters/chain/rpc.ts'
import { readCursor } from '../../db/chain/cursor.ts'
import { readDeliveryLag } from '../../db/deliveries/lag.ts'
import { listHeartbeats } from '../../db/heartbeats/list.ts'
import { readMonitorLoad } from '../../db/monitor/load.ts'
import { readPoolLoad } from '../../db/pool/load.ts'
import { readRelayLoad } from '../../db/relay/load.ts'
import type { Api } from '../api/context.ts'
import { judgeDeliveries } from './deliveries.ts'
import { down, judgeBrowser, judgeIndexer, judgeWorkers, ok } from './judge.ts'
import { judgeMonitor } from './monitor.ts'
import { arbiter, judgePayer, keeper, raffler } from './payer.ts'
import { judgeQueue } from './queue.ts'
import { judgeRelayer, type RelayerHealth } from './relayer.ts'
import type { Component, Health, QueueHealth } from './shape.ts'

/** A component that answers slower than this is as good as down. Errors stay out of the answer: they can name hosts and users. */
const PATIENCE_MS = 3000

function within<T>(work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS).unref()
  })
  return Promise.race([work, late])
}

const toComponent = ({ status, detail }: RelayerHealth): Component => ({ status, detail })

async function checkDatabase({ sql, now }: Api, head: number | undefined) {
  const read = async () => ({
    mirror: await readCursor(sql),
    beats: await listHeartbeats(sql),
    load: await readRelayLoad(sql, now()),
  })
  const facts = await within(read()).catch(() => undefined)
  if (!facts) {
    const unknown = down('Not known: the database does not answer.')
    return {
      database: down('The database does not answer.'),
      indexer: unknown,
      workers: unknown,
      browser: unknown,
      relayer: unknown,
      raffler: unknown,
      arbiter: unknown,
      keeper: unknown,
    }
  }
  return {
    database: ok('Answers.'),
    indexer: judgeIndexer(facts.mirror, head, now()),
    workers: judgeWorkers(facts.beats, now()),
    browser: judgeBrowser(facts.beats, now()),
    relayer: toComponent(judgeRelayer(facts.beats, facts.load, now())),
    raffler: judgePayer(facts.beats, raffler, now()),
    arbiter: judgePayer(facts.beats, arbiter, now()),
    keeper: judgePayer(facts.beats, keeper, now()),
  }
}

async function checkQueue({ queue, sql, now }: Api): Promise<QueueHealth> {
  const [counts, load] = await Promise.all([
    within(queue.counts()).catch(() => undefined),
    within(readPoolLoad(sql, now())).catch(() => undefined),
  ])
  return judgeQueue(counts, load)
}

/** The account that pays for members' calls, and what waits for it. */
export async function checkRelayer({ sql, now }: Api): Promise<RelayerHealth> {
  const [beats, load] = await within(Promise.all([listHeartbeats(sql), readRelayLoad(sql, now())]))
  return judgeRelayer(beats, load, now())
}

/** Looks at every part of the installation, all at once, in at most a few seconds. */
export async function checkHealth(api: Api): Promise<Health> {
  const queue = checkQueue(api)
  const monitor = within(readMonitorLoad(api.sql)).catch(() => undefined)
  const deliveries = within(readDeliveryLag(api.sql, api.now())).catch(() => undefined)
  const head = await within(blockNumber(api.rpc)).catch(() => undefined)
  const chain = head === undefined ? down('The chain does not answer.') : ok(`Head at block ${head}.`)
  const components = { ...(await checkDatabase(api, head)), chain, queue: await queue }
  const all = {
    ...components,
    monitor: judgeMonitor(await monitor),
    deliveries: judgeDeliveries(await deliveries),
  }
  const well = Object.values(all).every(({ status }) => status === 'ok')
  return { status: well ? 'ok' : 'degraded', components: all }
}
