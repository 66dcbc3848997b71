import type { PriceDay, SneakerDetail } from '../../../core/catalog/shape.ts'
import { words } from '../messages/chart/price-chart.ts'
import { fill } from '../messages/fill.ts'
import { locale } from '../messages/locale.ts'
import { moneyText } from '../messages/money.ts'
import { drawPrices, HEIGHT, WIDTH } from './prices.ts'

type Props = { sneaker: Pick<SneakerDetail, 'prices' | 'retail_minor' | 'currency'> }

const dayText = () =>
  new Intl.DateTimeFormat(locale.format, { month: 'short', day: 'numeric', timeZone: 'UTC' })
const told = ({ day }: PriceDay) => dayText().format(Date.parse(day))

function range({ low_minor, high_minor }: PriceDay, currency: string): string {
  const low = moneyText(low_minor, currency)
  return low_minor === high_minor ? low : fill(words.to, { low, high_minor: moneyText(high_minor, currency) })
}

function Picture({ sneaker: { prices, retail_minor: retailMinor } }: Props) {
  const { band, line, retailY, points } = drawPrices({ days: prices, retailMinor })
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className="h-28 w-full">
      <path d={band} className="fill-soft" />
      <path
        d={`M0 ${retailY}H${WIDTH}`}
        fill="none"
        stroke="var(--edge)"
        strokeDasharray="4 4"
        vectorEffect="non-scaling-stroke"
      />
      <path d={line} fill="none" stroke="var(--fg)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
      {points.map(({ x, y, day }) => (
        // A line of no length with round ends is a dot, however the picture is stretched.
        <path
          key={day}
          d={`M${x} ${y}h0`}
          stroke="var(--fg)"
          strokeWidth="7"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

function Table({ sneaker: { prices, currency } }: Props) {
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4">
        {words.theSameAsA}
      </summary>
      <table className="w-full text-sm">
        <caption className="sr-only">{words.pricesByDay}</caption>
        <thead className="bg-panel text-left">
          <tr>
            {[words.day, words.seenFor, words.times].map((name) => (
              <th key={name} scope="col" className="px-3 py-2">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="figures">
          {prices.toReversed().map((day) => (
            <tr key={day.day} className="border-t border-soft">
              <td className="px-3 py-1.5">{told(day)}</td>
              <td className="px-3 py-1.5">{range(day, currency)}</td>
              <td className="px-3 py-1.5">{day.seen}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** What a pair was seen for, day by day: as a picture, drawn by the server, and as a table. */
export function PriceChart({ sneaker }: Props) {
  const { prices, retail_minor, currency } = sneaker
  const [first, last] = [prices[0], prices.at(-1)]
  if (!first || !last) return <p className="text-muted">{words.nobodyHasSeenIt}</p>
  const retail = moneyText(retail_minor, currency)
  return (
    <figure className="grid gap-1.5">
      <figcaption className="text-sm text-muted">
        {words.lastSeenFor} <span className="figures text-fg">{range(last, currency)}</span>
        {words.theDashedLineIs} <span className="figures">{retail}</span>
        {words.whatShopsAsk}
      </figcaption>
      <div className="border border-rule">
        <Picture sneaker={sneaker} />
      </div>
      <p aria-hidden className="figures flex justify-between text-xs text-muted">
        <span>{told(first)}</span>
        <span>{first === last ? '' : told(last)}</span>
      </p>
      <Table sneaker={sneaker} />
    </figure>
  )
}
