'use client'
import { formatMoney } from '../../../core/format-money.ts'
import type { Stock } from '../../../core/monitor/stock.ts'
import { sizeMarks } from '../parts/size-grid.tsx'

export const sizeText = (size: string) => (size === '' ? 'all sizes' : `US ${size}`)
export const priceText = ({ price_minor, currency }: Stock) =>
  price_minor === null || currency === null ? null : formatMoney(price_minor, currency)

export const stockWords: Record<Stock['state'], string> = {
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
      aria-label={`${sizeText(cell.size)} at ${cell.store.name}: ${stockWords[cell.state]}${price ? `, ${price}` : ''}`}
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
