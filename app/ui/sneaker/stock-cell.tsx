'use client'
import { formatMoney } from '../../../core/format-money.ts'
import type { Stock } from '../../../core/monitor/stock.ts'
import { QuickFollow } from '../follow/quick-follow.tsx'
import { Ago } from '../parts/ago.tsx'
import { sizeMarks } from '../parts/size-grid.tsx'

const sizeText = (size: string) => (size === '' ? 'all sizes' : `US ${size}`)
const priceText = ({ price_minor, currency }: Stock) =>
  price_minor === null || currency === null ? null : formatMoney(price_minor, currency)

const words: Record<Stock['state'], string> = {
  in: 'in stock',
  out: 'sold out',
  preorder: 'to be ordered ahead',
  unknown: 'no word from the shop',
}

type CellProps = { cell: Stock; chosen: boolean; onChoose: () => void }

/** One size at one shop: its mark, its word, its price; pressed, what says so. */
export function StockCell({ cell, chosen, onChoose }: CellProps) {
  const { mark, word, box } = sizeMarks[cell.state]
  const price = priceText(cell)
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-label={`${sizeText(cell.size)} at ${cell.store.name}: ${words[cell.state]}${price ? `, ${price}` : ''}`}
      onClick={onChoose}
      className={`figures grid min-h-12 w-full place-content-center rounded-xs px-1 text-center text-sm hover:bg-panel aria-pressed:bg-fg aria-pressed:text-bg ${
        cell.state === 'in' ? 'border-2 border-ink bg-volt text-ink dark:border-volt' : box
      }`}
    >
      <span className="font-bold">
        <span aria-hidden>{mark}</span> {word}
      </span>
      {price && <span className="text-xs">{price}</span>}
    </button>
  )
}

/** What is known of the chosen one, and who says so. */
export function CellDetail({ cell, sneakerId }: { cell: Stock; sneakerId: string }) {
  const price = priceText(cell)
  return (
    <div className="grid gap-2 border border-l-8 border-rule p-4">
      <p className="heading text-xl">
        {sizeText(cell.size)} at {cell.store.name}: {words[cell.state]}
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
