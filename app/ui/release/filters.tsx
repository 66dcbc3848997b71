'use client'
import { useRouter } from 'next/navigation'
import { placeWords } from '../../../core/restock/place.ts'
import { useSneakers, useStores } from '../api/hooks.ts'
import { words } from '../messages/release/filters.ts'
import { buttonClass } from '../parts/button.tsx'
import { Choice } from '../parts/field.tsx'
import { type CalendarOf, calendarHref } from './asked.ts'

/** One pair, one shop, or all. Works as a plain form too. */
export function Filters({ asked }: { asked: CalendarOf }) {
  const router = useRouter()
  const { data: sneakers } = useSneakers()
  const { data: stores } = useStores()
  const go = (change: { sneaker?: string; store?: string }) =>
    router.push(calendarHref({ ...asked, ...change }), { scroll: false })
  return (
    <form action="/calendar" className="grid grid-cols-2 gap-3">
      <input type="hidden" name="month" value={asked.month} />
      <Choice
        label={words.pair}
        name="sneaker"
        value={asked.sneaker ?? ''}
        onChange={({ target }) => go({ sneaker: target.value })}
      >
        <option value="">{words.everyPair}</option>
        {sneakers?.items.map(({ id, name, colorway }) => (
          <option key={id} value={id}>
            {name}, {colorway}
          </option>
        ))}
      </Choice>
      <Choice
        label={words.shop}
        name="store"
        value={asked.store ?? ''}
        onChange={({ target }) => go({ store: target.value })}
      >
        <option value="">{words.everyShop}</option>
        {stores?.items.map((store) => (
          <option key={store.id} value={store.id}>
            {placeWords(store)}
          </option>
        ))}
      </Choice>
      <noscript>
        <button type="submit" className={buttonClass('plain')}>
          {words.show}
        </button>
      </noscript>
    </form>
  )
}
