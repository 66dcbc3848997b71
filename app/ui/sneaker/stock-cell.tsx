'use client'
import type { Stock } from '../../../core/monitor/stock.ts'
import { fill } from '../messages/fill.ts'
import { moneyText } from '../messages/money.ts'
import { words } from '../messages/sneaker/stock-cell.ts'
import { sizeMarks } from '../parts/size-grid.tsx'

export const sizeText = (size: string) => (size === '' ? words.allSizes : `US ${size}`)
export const priceText = ({ price_minor, currency }: Stock) =>
  price_minor === null || currency === null ? null : moneyText(price_minor, currency)

export const stockWords: Record<Stock['state'], string> = {
  get in() {
    return words.inStock
  },
  get out() {
    return words.soldOut
  },
  get preorder() {
    return words.toBeOrderedAhead
  },
  get unknown() {
    return words.noWordFromThe
  },
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
      aria-label={fill(words.at, {
        size: sizeText(cell.size),
        name: cell.store.name,
        value: stockWords[cell.state],
        value2: price ? `, ${price}` : '',
      })}
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
