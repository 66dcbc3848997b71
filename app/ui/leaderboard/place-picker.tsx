'use client'
import { useRouter } from 'next/navigation'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/leaderboard/place-picker.ts'
import { buttonClass } from '../parts/button.tsx'
import { Choice } from '../parts/field.tsx'
import { type BoardOf, boardHref } from './asked.ts'
import { useCity } from './hooks.ts'
import { useCities } from './use-cities.ts'

type Pick = { cell: string; name: string }

const options = (places: readonly Pick[]) =>
  places.map(({ cell, name }) => (
    <option key={cell} value={cell}>
      {name}
    </option>
  ))

/** Everywhere, a city, and in a city one of its streets. Works as a plain form too. */
export function PlacePicker({ asked }: { asked: BoardOf }) {
  const router = useRouter()
  const { data: cities } = useCities()
  const { data: city } = useCity(asked.city)
  const go = (board: Partial<BoardOf>) => router.push(boardHref({ period: asked.period, ...board }))
  return (
    <form action="/karma/leaderboard" className="grid gap-3">
      <input type="hidden" name="period" value={asked.period} />
      <Choice
        label={words.where}
        name="city"
        value={asked.city ?? ''}
        onChange={({ target }) => go(target.value ? { city: target.value } : {})}
      >
        <option value="">{words.everywhere}</option>
        {options(cities?.items ?? [])}
      </Choice>
      {city && asked.city && (
        <Choice
          label={words.street}
          name="street"
          value={asked.street ?? ''}
          onChange={({ target }) => go({ city: asked.city, ...(target.value && { street: target.value }) })}
        >
          <option value="">
            {words.allOf} {city.name}
          </option>
          {options(city.streets.map(({ cell, name }) => ({ cell, name: fill(words.around, { name }) })))}
        </Choice>
      )}
      <noscript>
        <button type="submit" className={buttonClass('plain')}>
          {words.show}
        </button>
      </noscript>
    </form>
  )
}
