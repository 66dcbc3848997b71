import { formatKarma } from '../../../core/karma/amount.ts'
import { words } from '../messages/parts/karma.ts'

/** "10 karma" from wei as a string; never wei. At most two decimals, cut, not rounded up. */
export function karmaText(wei: string): string {
  const [whole = '0', fraction] = formatKarma(BigInt(wei)).split('.')
  return fraction ? `${whole}.${fraction.slice(0, 2)}` : whole
}

export function Karma({ wei, className = '' }: { wei: string; className?: string }) {
  return (
    <span className={`whitespace-nowrap ${className}`}>
      <span className="figures font-semibold">{karmaText(wei)}</span> {words.karma}
    </span>
  )
}
