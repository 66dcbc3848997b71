'use client'
import type { CityDetail } from '../../../core/karma/place.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/leaderboard/pool.ts'
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
    <section
      aria-label={fill(words.scoutPoolOf, { name })}
      className="grid gap-1 border-l-8 border-rule bg-panel p-4"
    >
      <p className="font-semibold">
        {words.scoutPoolOf2} {name}: <span className="figures">{karmaText(pool.left)}</span> {words.of}{' '}
        <span className="figures">{karmaText(pool.budget)}</span> {words.karmaLeft}
      </p>
      <p className="text-sm text-muted">
        {words.theFirstConfirmed} {best(data)} {words.timesWhereLittleIs}{' '}
        <time dateTime={pool.ends_at} className="figures whitespace-nowrap">
          {pool.ends_at.slice(0, 10)}
        </time>
        .
      </p>
    </section>
  )
}
