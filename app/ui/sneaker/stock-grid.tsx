'use client'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { browserGet } from '../api/request.ts'
import { words } from '../messages/sneaker/stock-grid.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Empty } from '../parts/notice.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { type Grid, gridOf, type ShopColumn } from './grid.ts'
import { stockQuery } from './queries.ts'
import { StockCell } from './stock-cell.tsx'

/** Loaded when a size is pressed. */
const CellDetail = lazy(() => import('./cell-detail.tsx').then((cell) => ({ default: cell.CellDetail })))

/** How often to look again: what changes nothing sends no event, but was seen anew, ms. */
const AGAIN_MS = 5000

type Chosen = { url: string; size: string }

function ShopHead({ shop }: { shop: ShopColumn }) {
  return (
    <th scope="col" className="min-w-22 px-1 pb-2 text-left align-bottom font-normal">
      <span className="block text-sm font-semibold leading-tight wrap-anywhere">{shop.store.name}</span>
      <span className="block text-xs text-muted">{shop.store.city ?? words.online}</span>
      <span className="figures block text-xs text-muted">
        {words.seen} <Ago at={shop.seenAt} exact />
      </span>
    </th>
  )
}

type TableProps = { grid: Grid; chosen: Chosen | undefined; onChoose: (chosen: Chosen) => void }

function Table({ grid: { sizes, shops }, chosen, onChoose }: TableProps) {
  const isChosen = (url: string, size: string) => chosen?.url === url && chosen.size === size
  return (
    <div className="overflow-x-auto p-1">
      <table className="w-full border-separate border-spacing-1">
        <caption className="sr-only">{words.sizesByShops}</caption>
        <thead>
          <tr>
            <th scope="col" className="eyebrow w-12 pb-2 text-left align-bottom text-muted">
              {words.us}
            </th>
            {shops.map((shop) => (
              <ShopHead key={shop.url} shop={shop} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => (
            <tr key={size}>
              <th scope="row" className="figures sticky left-0 w-12 bg-bg text-left text-base">
                {size || 'all'}
              </th>
              {shops.map(({ url, bySize }) => {
                const cell = bySize.get(size)
                return (
                  <td key={url} className="p-0">
                    {cell ? (
                      <StockCell
                        cell={cell}
                        chosen={isChosen(url, size)}
                        onChoose={() => onChoose({ url, size })}
                      />
                    ) : (
                      <span className="grid min-h-12 place-content-center text-xs text-muted">
                        {words.notSold}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Board({ grid, sneakerId }: { grid: Grid; sneakerId: string }) {
  const [chosen, setChosen] = useState<Chosen>()
  const cell = chosen && grid.shops.find(({ url }) => url === chosen.url)?.bySize.get(chosen.size)
  return (
    <div className="grid grid-cols-1 gap-3">
      <Table grid={grid} chosen={chosen} onChoose={setChosen} />
      <div aria-live="polite">
        {cell ? (
          <Suspense fallback={<Waiting what={words.loadingWhatTheShop} />}>
            <CellDetail cell={cell} sneakerId={sneakerId} />
          </Suspense>
        ) : (
          <p className="text-sm text-muted">{words.pressASizeTo}</p>
        )}
      </div>
    </div>
  )
}

/** Sizes by shops, as monitors see them, live. */
export function StockGrid({ sneakerId }: { sneakerId: string }) {
  const stock = useQuery({ ...stockQuery(browserGet, sneakerId), refetchInterval: AGAIN_MS })
  return (
    <Answer query={stock} waiting={words.askingWhatMonitorsSee}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={words.nobodyWatchesItYet}>
            <p>{words.noMonitorLooksAt}</p>
          </Empty>
        ) : (
          <Board grid={gridOf(items)} sneakerId={sneakerId} />
        )
      }
    </Answer>
  )
}
