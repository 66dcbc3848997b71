'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { Restock } from '../../../core/restock/shape.ts'
import { browserGet } from '../api/request.ts'
import { moneyText } from '../messages/money.ts'
import { words } from '../messages/restock/ticker.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { restockHref } from './asked.ts'
import { useFresh } from './fresh.ts'
import { newestQuery } from './newest.ts'
import { SizeCell } from './size-cell.tsx'

/** Seen by a monitor, or confirmed; not what can only be ordered ahead. */
const isThere = ({ open, state, source, confirmed_at }: Restock) =>
  open && state === 'in' && (source === 'monitor' || confirmed_at !== null)

function Line({ restock }: { restock: Restock }) {
  const { price_minor: price, currency } = restock
  return (
    <li
      className={`border-b border-soft ${useFresh(restock.timestamp) ? 'ticker-in' : ''}`}
      suppressHydrationWarning
    >
      <Link
        href={restockHref(restock.id)}
        prefetch={false}
        className="grid grid-cols-[auto_1fr_auto] items-center gap-3 px-4 py-3 -outline-offset-2 hover:bg-panel"
      >
        <SizeCell size={restock.size} live={isThere(restock)} />
        <span className="min-w-0">
          <span className="block truncate text-sm font-semibold">{restock.sneaker.name}</span>
          <span className="block truncate text-sm text-muted">{restock.store.name}</span>
        </span>
        <span className="text-right text-xs">
          {price !== null && currency !== null && (
            <span className="figures block font-semibold">{moneyText(price, currency)}</span>
          )}
          <Ago at={restock.timestamp} className="figures text-muted" />
        </span>
      </Link>
    </li>
  )
}

/** The newest restocks as lines of a terminal, eight at most. */
export function Ticker({ limit }: { limit: number }) {
  return (
    <Answer query={useQuery(newestQuery(browserGet))} waiting={words.loadingRestocks}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="p-4 text-sm text-muted">{words.quietOutThereThe}</p>
        ) : (
          <ul>
            {items.slice(0, limit).map((restock) => (
              <Line key={restock.id} restock={restock} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
