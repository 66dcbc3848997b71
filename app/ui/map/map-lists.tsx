import Link from 'next/link'
import type { AreaMap } from '../../../core/geo/map.ts'
import { placeWords } from '../../../core/restock/place.ts'
import { HappeningRow } from '../happening/happening-row.tsx'
import { mapWords } from '../messages/en-map.ts'
import { words as texts } from '../messages/map/map-lists.ts'
import { Ago } from '../parts/ago.tsx'
import { distanceText } from './distance.ts'

function Shops({ stores }: Pick<AreaMap, 'stores'>) {
  if (stores.length === 0) return <p className="text-muted">{texts.noShopWithinFive}</p>
  return (
    <ul className="grid border border-rule">
      {stores.map(({ store, metres }) => (
        <li key={store.id} className="border-b border-soft last:border-b-0">
          <Link
            href={`/restocks?store=${store.id}`}
            prefetch={false}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 px-3 py-2 wrap-anywhere -outline-offset-2 hover:bg-panel"
          >
            <span className="font-semibold">{placeWords(store)}</span>
            <span className="figures text-sm">{distanceText(metres)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Lines({ lines, peek }: Pick<AreaMap, 'lines' | 'peek'>) {
  if (peek) return <p className="text-muted">{mapWords.peek}</p>
  if (lines.length === 0) return <p className="text-muted">{texts.noLineWasReported}</p>
  return (
    <ul className="grid border border-rule">
      {lines.map(({ post_id, store_name, created_at }) => (
        <li key={post_id} className="border-b border-soft last:border-b-0">
          <Link
            href={`/posts/${post_id}`}
            prefetch={false}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 px-3 py-2 wrap-anywhere -outline-offset-2 hover:bg-panel"
          >
            <span className="font-semibold">{store_name ?? texts.aLineAroundHere}</span>
            <span className="text-sm text-muted">
              <Ago at={created_at} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** All that the map shows, in words. */
export function MapLists({ map }: { map: AreaMap }) {
  const parts = [
    { id: 'lines', title: texts.linesNow, list: <Lines lines={map.lines} peek={map.peek} /> },
    { id: 'shops', title: texts.shopsTheNearestFirst, list: <Shops stores={map.stores} /> },
  ]
  return (
    <div className="grid gap-8">
      {parts.map(({ id, title, list }) => (
        <section key={id} aria-labelledby={id} className="grid gap-3">
          <h2 id={id} className="heading text-xl">
            {title}
          </h2>
          {list}
        </section>
      ))}
      <section aria-labelledby="events" className="grid gap-3">
        <h2 id="events" className="heading text-xl">
          {texts.eventsOfTheNext}
        </h2>
        {map.happenings.length === 0 ? (
          <p className="text-muted">{texts.nothingIsAnnounced}</p>
        ) : (
          <ul className="grid border border-rule">
            {map.happenings.map((happening) => (
              <HappeningRow key={happening.id} happening={happening} />
            ))}
          </ul>
        )}
        <Link href={`/events?near=${map.cell}`} className="justify-self-start underline underline-offset-4">
          {texts.allEventsAroundHere}
        </Link>
      </section>
    </div>
  )
}
