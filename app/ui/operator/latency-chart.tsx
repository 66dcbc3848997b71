import type { Latency } from '../../../core/operator/shape.ts'
import { secondsText } from '../chart/seconds.ts'
import { operatorWords } from '../messages/en-operator.ts'

const HOUR_MS = 3_600_000
const [WIDTH, HEIGHT] = [480, 100]
/** Of one of 24 hours. */
const STEP = WIDTH / 24

const hourText = (at: string) => `${at.slice(11, 13)}:00`

type Bars = { latency: readonly Latency[]; now: number; top: number }

/** For each hour what half of the messages took, and above it what 95 % of them took. */
function Picture({ latency, now, top }: Bars) {
  const first = Math.floor(now / HOUR_MS) - 23
  const high = (seconds: number) => Math.max(2, (seconds / top) * HEIGHT)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${operatorWords.latency}; ${operatorWords.most} ${secondsText(top)}`}
      className="h-28 w-full border border-rule"
    >
      {latency.map(({ at, p50, p95 }) => {
        const x = (Date.parse(at) / HOUR_MS - first) * STEP + 2
        return (
          <g key={at}>
            <rect x={x} y={HEIGHT - high(p95)} width={STEP - 4} height={high(p95)} className="fill-soft" />
            <rect
              x={x}
              y={HEIGHT - high(p50)}
              width={STEP - 4}
              height={high(p50)}
              className="fill-fg dark:fill-volt"
            />
          </g>
        )
      })}
    </svg>
  )
}

function Table({ latency }: Pick<Bars, 'latency'>) {
  const { hour, messages, half, most } = operatorWords
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4">
        {operatorWords.latencyTable}
      </summary>
      <table className="w-full text-sm">
        <caption className="sr-only">{operatorWords.latency}</caption>
        <thead className="bg-panel text-left">
          <tr>
            {[hour, messages, half, most].map((name) => (
              <th key={name} scope="col" className="px-2 py-2">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="figures">
          {latency.map(({ at, messages: count, p50, p95 }) => (
            <tr key={at} className="border-t border-soft">
              <td className="px-2 py-1.5">{hourText(at)}</td>
              <td className="px-2 py-1.5">{count}</td>
              <td className="px-2 py-1.5">{secondsText(p50)}</td>
              <td className="px-2 py-1.5">{secondsText(p95)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** How long alerts took in the last day: as a picture and as a table. */
export function LatencyChart({ latency, now }: Omit<Bars, 'top'>) {
  if (latency.length === 0) return <p className="text-muted">{operatorWords.noLatency}</p>
  const top = Math.max(...latency.map(({ p95 }) => p95))
  return (
    <figure className="grid gap-1.5">
      <figcaption className="figures text-sm text-muted">
        {operatorWords.most} {secondsText(top)}
      </figcaption>
      <Picture latency={latency} now={now} top={top} />
      <Table latency={latency} />
    </figure>
  )
}
