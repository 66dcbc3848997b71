'use client'
import type { Stock } from '../../../core/monitor/stock.ts'
import { QuickFollow } from '../follow/quick-follow.tsx'
import { words } from '../messages/sneaker/cell-detail.ts'
import { Ago } from '../parts/ago.tsx'
import { priceText, sizeText, stockWords } from './stock-cell.tsx'

/** What is known of the chosen one, and who says so. */
export function CellDetail({ cell, sneakerId }: { cell: Stock; sneakerId: string }) {
  const price = priceText(cell)
  return (
    <div className="grid gap-2 border border-l-8 border-rule p-4">
      <p className="heading text-xl">
        {sizeText(cell.size)} {words.at} {cell.store.name}: {stockWords[cell.state]}
      </p>
      {cell.evidence && (
        <p>
          {words.readOnItsPage} <span className="figures wrap-anywhere">{cell.evidence}</span>
          {cell.label !== cell.size && cell.label !== '' && (
            <span className="text-muted">
              {' '}
              {words.of}
              {cell.label}”
            </span>
          )}
        </p>
      )}
      <p className="figures flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {price && <span>{price}</span>}
        {cell.state !== 'unknown' && (
          <span>
            {Math.floor(cell.confidence * 100)} {words.sure}
          </span>
        )}
        <span>
          {words.soSince} <Ago at={cell.since} />
        </span>
        <span>
          {words.seen} <Ago at={cell.seen_at} exact />
        </span>
      </p>
      <QuickFollow
        key={`${cell.url} ${cell.size}`}
        filter={{ sneaker_id: sneakerId, store_id: cell.store.id, ...(cell.size && { size: cell.size }) }}
      >
        {words.tellMeWhenIt}
      </QuickFollow>
      <a
        href={cell.url}
        rel="noreferrer"
        className="inline-flex min-h-11 items-center justify-self-start font-semibold underline underline-offset-4"
      >
        {words.goToTheShop}
      </a>
    </div>
  )
}
