'use client'
import type { LedgerChart } from '../../../core/ledger/shape.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/ledger/chart.ts'
import { locale } from '../messages/locale.ts'
import { useSecond } from '../parts/ago.tsx'
import { Karma, karmaText } from '../parts/karma.tsx'
import { useChart } from './hooks.ts'
import { HEIGHT, pathOf, spanOf, stepsOf, WIDTH } from './steps.ts'

const DAY_MS = 86_400_000
const clock = () =>
  new Intl.DateTimeFormat(locale.format, { timeStyle: 'medium', hourCycle: 'h23', timeZone: 'UTC' })
const day = () => new Intl.DateTimeFormat(locale.format, { month: 'short', day: 'numeric', timeZone: 'UTC' })
const exact = () =>
  new Intl.DateTimeFormat(locale.format, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone: 'UTC',
  })

/** A minute is enough for the axis: the line itself says little below a phone's pixel. */
const useMinute = () => Math.ceil(useSecond() / 60) * 60_000

function Picture({ points }: Pick<LedgerChart, 'points'>) {
  const now = useMinute()
  const steps = stepsOf(points)
  const { from, to } = spanOf(steps, now)
  const path = pathOf(steps, now)
  const told = to - from > 2 * DAY_MS ? day() : clock()
  const top = Math.max(...steps.map(({ karma }) => karma), 1)
  const last = points.at(-1)?.balance ?? '0'
  return (
    <>
      <p aria-hidden className="figures text-xs text-muted">
        {Number.isInteger(top) ? top : top.toFixed(2)} {words.karma}
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={fill(words.yourBalanceOverTime, { last: karmaText(last) })}
        className="h-28 w-full border border-rule"
      >
        <path d={`${path}V${HEIGHT}H0Z`} className="fill-volt" suppressHydrationWarning />
        <path
          d={path}
          fill="none"
          stroke="var(--fg)"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          suppressHydrationWarning
        />
      </svg>
      <p aria-hidden className="figures flex justify-between text-xs text-muted" suppressHydrationWarning>
        <span>{told.format(from)} UTC</span>
        <span>{day().format((from + to) / 2) === day().format(to) ? '' : day().format((from + to) / 2)}</span>
        <span>{words.now}</span>
      </p>
    </>
  )
}

function Table({ points, changes }: Pick<LedgerChart, 'points' | 'changes'>) {
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4">
        {words.theSameAsA}
      </summary>
      <table className="w-full text-sm">
        <caption className="sr-only">
          {words.balanceOverTime}
          {changes > points.length && fill(words.changesInRows, { changes, length: points.length })}
        </caption>
        <thead className="bg-panel text-left">
          <tr>
            <th scope="col" className="px-3 py-2">
              {words.whenUtc}
            </th>
            <th scope="col" className="px-3 py-2 text-right">
              {words.balance}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ block_number, at, balance }) => (
            <tr key={block_number} className="border-t border-soft">
              <td className="figures px-3 py-1.5">{exact().format(Date.parse(at))}</td>
              <td className="px-3 py-1.5 text-right">
                <Karma wei={balance} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The balance along time, as a picture and as a table. */
export function BalanceChart() {
  const { data } = useChart()
  if (!data || data.points.length === 0) return null
  return (
    <figure className="grid gap-1.5">
      <figcaption className="eyebrow text-muted">{words.balanceOverTime}</figcaption>
      <Picture points={data.points} />
      <Table points={data.points} changes={data.changes} />
    </figure>
  )
}
