import type { Ledger } from '../../../core/ledger/shape.ts'
import { karmaText } from '../parts/karma.tsx'

const WIDTH = 600
const HEIGHT = 120

/** Balance after each movement, oldest first, starting before the first one shown. Whole-number steps are enough for a picture. */
function balances(ledger: Ledger): number[] {
  let wei = BigInt(ledger.balance)
  const newestFirst = [wei]
  for (const entry of ledger.entries) {
    wei -= BigInt(entry.value)
    newestFirst.push(wei)
  }
  return newestFirst.reverse().map((each) => Number(each / 10n ** 14n) / 10_000)
}

/** One step per movement: karma does not drift between them. */
function steps(values: readonly number[]): string {
  const top = Math.max(...values, 1)
  const x = (index: number) => ((index / values.length) * WIDTH).toFixed(1)
  const y = (value: number) => (HEIGHT - 4 - (value / top) * (HEIGHT - 12)).toFixed(1)
  const path = values.map((value, index) => (index === 0 ? `M0 ${y(value)}` : `H${x(index)}V${y(value)}`))
  return `${path.join('')}H${WIDTH}`
}

/** The balance over the last movements as a step line. */
export function BalanceChart({ ledger }: { ledger: Ledger }) {
  if (ledger.entries.length === 0) return null
  const path = steps(balances(ledger))
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Your balance over the last ${ledger.entries.length} movements, now ${karmaText(ledger.balance)} karma`}
      className="h-28 w-full border border-rule"
    >
      <path d={`${path}V${HEIGHT}H0Z`} className="fill-volt" />
      <path d={path} fill="none" stroke="var(--fg)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
