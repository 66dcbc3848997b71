'use client'
import type { CityDetail } from '../../../core/karma/place.ts'
import { karmaText } from '../parts/karma.tsx'
import { useCity } from './hooks.ts'

const WHOLE = 10_000

/** "3", "2.5": how many times the award the best area pays. */
function best({ areas }: CityDetail): string {
  const most = Math.max(WHOLE, ...areas.map(({ factor }) => factor))
  return String(Number((most / WHOLE).toFixed(1)))
}

/** What the city's scouts can still earn. */
export function Pool({ city }: { city: string }) {
  const { data } = useCity(city)
  if (!data) return null
  const { pool, name } = data
  return (
    <section aria-label={`Scout pool of ${name}`} className="grid gap-1 border-l-8 border-rule bg-panel p-4">
      <p className="font-semibold">
        Scout pool of {name}: <span className="figures">{karmaText(pool.left)}</span> of{' '}
        <span className="figures">{karmaText(pool.budget)}</span> karma left
      </p>
      <p className="text-sm text-muted">
        The first confirmed report of a drop in an area, before it opens, is paid from it: up to {best(data)}{' '}
        times where little is reported. A new pool comes on{' '}
        <time dateTime={pool.ends_at} className="figures whitespace-nowrap">
          {pool.ends_at.slice(0, 10)}
        </time>
        .
      </p>
    </section>
  )
}
