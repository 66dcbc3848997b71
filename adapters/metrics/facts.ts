import { Gauge, type Registry } from 'prom-client'

type Reading = { labels: Record<string, string>; value: number }
/** One figure that follows from facts read at each scrape. */
export type Fact<Facts> = {
  name: string
  help: string
  labels?: readonly string[]
  /** null: not known now, and left out. Seconds, bytes, counts: base units, as Prometheus wants them. */
  read: (facts: Facts) => number | null | readonly Reading[]
}

/** A scrape that hangs tells nothing at all. */
const PATIENCE_MS = 4_000
/** The gauges of one scrape come from one reading. */
const SHARED_MS = 500

async function within<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS)
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Reads once for all that ask within half a second; undefined when it cannot be read. */
function sharing<Facts>(read: () => Promise<Facts>): () => Promise<Facts | undefined> {
  let last: { at: number; facts: Promise<Facts | undefined> } | undefined
  return () => {
    const at = performance.now()
    if (!last || at - last.at > SHARED_MS) last = { at, facts: within(read()).catch(() => undefined) }
    return last.facts
  }
}

function show(gauge: Gauge, reading: ReturnType<Fact<unknown>['read']>): void {
  if (typeof reading === 'number') gauge.set(reading)
  else for (const { labels, value } of reading ?? []) gauge.set(labels, value)
}

/**
 * Gauges over facts that are read when Prometheus asks, all of one scrape together. When they cannot be read the gauges are left
 * out, rather than told as they were, and `snpd_facts_readable` is 0.
 */
export function factGauges<Facts>(
  registry: Registry,
  facts: readonly Fact<Facts>[],
  read: () => Promise<Facts>,
): void {
  const ask = sharing(read)
  const registers = [registry]
  new Gauge({
    name: 'snpd_facts_readable',
    help: 'Whether what is kept elsewhere (Postgres, the chain) could be read for this scrape',
    registers,
    async collect() {
      this.set((await ask()) === undefined ? 0 : 1)
    },
  })
  for (const { name, help, labels = [], read: reading } of facts)
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers,
      async collect() {
        const found = await ask()
        this.reset()
        // A gauge without labels is 0 after a reset, which would be a lie.
        if (labels.length === 0) this.remove()
        if (found !== undefined) show(this, reading(found))
      },
    })
}
