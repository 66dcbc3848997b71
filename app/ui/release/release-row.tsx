import Link from 'next/link'
import type { Release } from '../../../core/release/shape.ts'
import { placeWords } from '../../../core/restock/place.ts'
import { moneyText } from '../messages/money.ts'
import { words } from '../messages/release/release-row.ts'
import { releaseWords } from '../messages/release.en.ts'
import { Mark } from '../parts/mark.tsx'
import { SneakerArt } from '../sneaker/sneaker-art.tsx'
import { hourText } from './month.ts'

/** Where it leads: SNPD's own drops to their page, everything else to the pair. */
const hrefOf = ({ drop_slug, sneaker }: Release) =>
  drop_slug === null ? `/sneakers/${sneaker.id}` : `/drops/${drop_slug}`

/** When, on the shop's clock: the hour, or that nobody named one. */
function When({ release }: { release: Release }) {
  if (release.precision === 'date') return <span className="text-muted">{words.noHourGiven}</span>
  return (
    <time dateTime={release.releases_at} className="figures font-semibold">
      {hourText(release.releases_at, release.zone)}
    </time>
  )
}

function Kind({ release }: { release: Release }) {
  if (release.cancelled) return <Mark tone="alarm">{words.calledOff}</Mark>
  return <Mark tone={release.kind === 'drop' ? 'solid' : 'plain'}>{releaseWords[release.kind]}</Mark>
}

function Price({ release: { price_minor, currency } }: { release: Release }) {
  if (price_minor === null || currency === null) return null
  return <span className="figures font-bold">{moneyText(price_minor, currency)}</span>
}

type Props = {
  release: Release
  /** Where the list around it does not say which. */
  day?: string
}

/** One release: what, when, where, and who said so. */
export function ReleaseRow({ release, day }: Props) {
  const { sneaker, store, evidence, cancelled } = release
  return (
    <li className="border-b border-soft last:border-b-0">
      <Link
        href={hrefOf(release)}
        prefetch={false}
        className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 -outline-offset-2 hover:bg-panel sm:grid-cols-[8rem_minmax(0,1fr)]"
      >
        <SneakerArt sneaker={sneaker} className="h-full min-h-24 w-full" />
        <span className="grid min-w-0 gap-1.5 wrap-anywhere py-3 pr-3">
          <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm">
            <Kind release={release} />
            <span>
              {day && `${day}, `}
              <When release={release} />
            </span>
          </span>
          <span className={`heading text-lg leading-6 ${cancelled ? 'line-through' : ''}`}>
            {sneaker.name}
          </span>
          <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
            <span className="text-muted">
              {sneaker.colorway} · {store ? placeWords(store) : words.manyShops}
            </span>
            <Price release={release} />
          </span>
          {evidence && (
            <span className="text-sm text-muted">
              {words.accordingTo} {evidence}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
