'use client'
import type { Stock } from '../../../core/monitor/stock.ts'
import { QuickFollow } from '../follow/quick-follow.tsx'
import { Ago } from '../parts/ago.tsx'
import { priceText, sizeText, stockWords } from './stock-cell.tsx'

/** What is known of the chosen one, and who says so. */
export function CellDetail({ cell, sneakerId }: { cell: Stock; sneakerId: string }) {
  const price = priceText(cell)
  return (
    <div className="grid gap-2 border border-l-8 border-rule p-4">
      <p className="heading text-xl">
        {sizeText(cell.size)} at {cell.store.name}: {stockWords[cell.state]}
      </p>
      {cell.evidence && (
        <p>
          Read on its page: <span className="figures wrap-anywhere">{cell.evidence}</span>
          {cell.label !== cell.size && cell.label !== '' && (
            <span className="text-muted"> of “{cell.label}”</span>
          )}
        </p>
      )}
      <p className="figures flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {price && <span>{price}</span>}
        {cell.state !== 'unknown' && <span>{Math.floor(cell.confidence * 100)} % sure</span>}
        <span>
          so since <Ago at={cell.since} />
        </span>
        <span>
          seen <Ago at={cell.seen_at} exact />
        </span>
      </p>
      <QuickFollow
        key={`${cell.url} ${cell.size}`}
        filter={{ sneaker_id: sneakerId, store_id: cell.store.id, ...(cell.size && { size: cell.size }) }}
      >
        Tell me when it comes back here
      </QuickFollow>
      <a
        href={cell.url}
        rel="noreferrer"
        className="inline-flex min-h-11 items-center justify-self-start font-semibold underline underline-offset-4"
      >
        Go to the shop
      </a>
    </div>
  )
}
