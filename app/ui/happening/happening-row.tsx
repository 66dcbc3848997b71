import Link from 'next/link'
import type { Happening } from '../../../core/happening/shape.ts'
import { placeWords } from '../../../core/restock/place.ts'
import { distanceText } from '../map/distance.ts'
import { happeningWords } from '../messages/en-map.ts'
import { words } from '../messages/happening/happening-row.ts'
import { Mark } from '../parts/mark.tsx'
import { whenText } from './when.ts'

/** Where it is, and how far that is where one asked. */
export function whereText({
  store,
  place_name,
  metres,
}: Pick<Happening, 'store' | 'place_name' | 'metres'>): string {
  const place = store ? placeWords(store) : (place_name ?? '')
  return metres === null ? place : `${place}, ${distanceText(metres)}`
}

export function KindMark({
  happening: { kind, cancelled },
}: {
  happening: Pick<Happening, 'kind' | 'cancelled'>
}) {
  if (cancelled) return <Mark tone="alarm">{words.calledOff}</Mark>
  return <Mark tone={kind === 'drop' ? 'solid' : 'plain'}>{happeningWords[kind]}</Mark>
}

/** One of a list: what, when, where, and how many come. */
export function HappeningRow({ happening }: { happening: Happening }) {
  const { id, title, cancelled, going } = happening
  return (
    <li className="border-b border-soft last:border-b-0">
      <Link
        href={`/events/${id}`}
        prefetch={false}
        className="grid gap-1.5 px-3 py-3 wrap-anywhere -outline-offset-2 hover:bg-panel"
      >
        <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm">
          <KindMark happening={happening} />
          <time dateTime={happening.starts_at} className="figures">
            {whenText(happening)}
          </time>
        </span>
        <span className={`heading text-lg leading-6 ${cancelled ? 'line-through' : ''}`}>{title}</span>
        <span className="flex flex-wrap justify-between gap-x-3 text-sm text-muted">
          <span>{whereText(happening)}</span>
          {going > 0 && (
            <span className="figures">
              {going} {words.come}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
