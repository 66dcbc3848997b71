import { Gauge, Histogram, type Registry } from 'prom-client'

export type WebMetrics = {
  /** @param route as OpenAPI writes it, never what was asked for: each value is kept for ever */
  request: (asked: { method: string; route: string; status: number; seconds: number }) => void
  /** An alert left for the sockets of this process. @param since when it was seen */
  alert: (kind: string, since: Date) => void
  /** Asks for the number of open sockets at each scrape. */
  sockets: (count: () => number) => void
}

/** Of pages that take long and answers from memory alike; the bars of the specs lie between. Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])

/** What a web process tells of itself. */
export function openWebMetrics(registry: Registry): WebMetrics {
  const registers = [registry]
  const requests = new Histogram({
    name: 'snpd_http_request_seconds',
    help: 'Requests answered, by route and class of status',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  })
  const alerts = new Histogram({
    name: 'snpd_alert_socket_seconds',
    help: 'From when an alert was seen at the shop, or written down, until it left for the sockets',
    labelNames: ['kind'],
    buckets,
    registers,
  })
  return {
    request: ({ method, route, status, seconds }) => {
      const labels = { method: methods.has(method) ? method : 'other', route }
      requests.observe({ ...labels, status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    alert: (kind, since) => alerts.observe({ kind }, Math.max(0, Date.now() - since.getTime()) / 1000),
    sockets: (count) => {
      new Gauge({
        name: 'snpd_sockets',
        help: 'Open sockets of this process',
        registers,
        collect() {
          this.set(count())
        },
      })
    },
  }
}
