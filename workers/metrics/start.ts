import { factGauges } from '../../adapters/metrics/facts.ts'
import { openRegistry } from '../../adapters/metrics/open.ts'
import { type MetricsSettings, serveMetrics } from '../../adapters/metrics/serve.ts'
import { connect } from '../../db/client.ts'
import { workFacts } from './facts.ts'
import { readWorkFacts } from './read.ts'

type Settings = MetricsSettings & { APP_DATABASE_URL: string }

/**
 * Tells Prometheus of the work there is, over a connection of its own that no checkout waits for.
 * @throws Final `config.invalid`, `config.port-taken`
 */
export async function startMetrics(settings: Settings): Promise<{ stop: () => Promise<void> }> {
  const sql = connect(settings.APP_DATABASE_URL, {
    name: 'metrics',
    max: 1,
    settings: { statement_timeout: '3000' },
  })
  const registry = openRegistry()
  factGauges(registry, workFacts, () => readWorkFacts(sql, new Date()))
  const stop = await serveMetrics(settings, registry)
  return {
    stop: async () => {
      await stop()
      await sql.end({ timeout: 1 })
    },
  }
}
