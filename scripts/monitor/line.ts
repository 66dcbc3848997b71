import { formatMinor } from '../../core/checkout/price.ts'
import type { Kept } from '../../core/monitor/change.ts'
import type { StockState } from '../../core/stock/shape.ts'

/** One size's news. */
export type Told = {
  now: Pick<Kept, 'size' | 'label' | 'state' | 'priceMinor' | 'currency' | 'evidence' | 'confidence'>
  /** Null: the first that is said of this size. */
  before: { state: StockState; priceMinor: number | null } | null
  askedAt: Date
  /** When the answer had been read. */
  seenAt: Date
}

/** The JSON line of docs/monitor.md. */
export function jsonLine({ now, before, askedAt, seenAt }: Told, printedAt: Date): string {
  return JSON.stringify({
    ...{ size: now.size, label: now.label, state: now.state },
    ...{ price_minor: now.priceMinor, currency: now.currency },
    ...{ evidence: now.evidence, confidence: Math.round(now.confidence * 100) / 100 },
    latency_ms: printedAt.getTime() - askedAt.getTime(),
    at: seenAt.toISOString(),
    before: before?.state ?? null,
    before_price_minor: before?.priceMinor ?? null,
  })
}

function priceOf(minor: number | null, currency: string | null): string {
  if (minor === null) return 'no price'
  return currency === null ? `${minor} minor units` : `${formatMinor(minor, currency)} ${currency}`
}

/** The same for a person. */
export function plainLine({ now, before, seenAt }: Told): string {
  const at = seenAt.toISOString().slice(11, 19)
  const size = now.size === '' ? 'the product' : `size ${now.label || now.size}`
  const was = before === null ? '' : before.state === now.state ? '' : ` (was ${before.state})`
  const price = priceOf(now.priceMinor, now.currency)
  return `${at}  ${size}: ${now.state}${was}, ${price}, ${Math.round(now.confidence * 100)} %: ${now.evidence}`
}
