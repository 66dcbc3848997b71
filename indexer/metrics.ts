import { blockNumber, openRpc } from '../adapters/chain/rpc.ts'
import { type Fact, factGauges } from '../adapters/metrics/facts.ts'
import { openRegistry } from '../adapters/metrics/open.ts'
import { type MetricsSettings, serveMetrics } from '../adapters/metrics/serve.ts'
import { readCursor } from '../db/chain/cursor.ts'
import { connect, type Sql } from '../db/client.ts'

type Settings = MetricsSettings & { INDEXER_DATABASE_URL: string; RPC_URL: string }
type MirrorFacts = Awaited<ReturnType<typeof readMirrorFacts>>

async function readMirrorFacts(sql: Sql, rpc: ReturnType<typeof openRpc>) {
  const [mirror, head] = await Promise.all([
    readCursor(sql),
    // A node that is away hides the lag, not the rest.
    blockNumber(rpc).catch(() => null),
  ])
  return { mirror, head, now: Date.now() }
}

const mirrorFacts: readonly Fact<MirrorFacts>[] = [
  {
    name: 'snpd_indexer_block',
    help: 'The last mirrored block',
    read: ({ mirror }) => mirror?.blockNumber ?? null,
  },
  {
    name: 'snpd_indexer_lag_blocks',
    help: "Blocks from there to the chain's head; absent while the node does not answer",
    read: ({ mirror, head }) => (mirror && head !== null ? Math.max(0, head - mirror.blockNumber) : null),
  },
  {
    name: 'snpd_indexer_silent_seconds',
    help: "Since the indexer's last good look at the chain",
    read: ({ mirror, now }) =>
      mirror?.heartbeatAt ? Math.max(0, now - mirror.heartbeatAt.getTime()) / 1000 : null,
  },
  {
    name: 'snpd_ledger_drift',
    help: '1 when the last audit found the mirror to differ from the chain (runbooks/rebuild-mirror.md)',
    read: ({ mirror }) => (mirror?.drift ? 1 : 0),
  },
]

/**
 * Tells Prometheus where the mirror stands, over a connection of its own.
 * @throws Final `config.invalid`, `config.port-taken`
 */
export async function startMetrics(settings: Settings): Promise<() => Promise<void>> {
  const sql = connect(settings.INDEXER_DATABASE_URL, { name: 'metrics', max: 1, arrays: false })
  const rpc = openRpc(settings.RPC_URL, { timeoutMs: 2_000 })
  const registry = openRegistry()
  factGauges(registry, mirrorFacts, () => readMirrorFacts(sql, rpc))
  const stop = await serveMetrics(settings, registry)
  return async () => {
    await stop()
    await sql.end({ timeout: 1 })
  }
}
