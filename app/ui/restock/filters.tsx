'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { placeWords } from '../../../core/restock/place.ts'
import { useSneakers, useStores } from '../api/hooks.ts'
import { useCities } from '../leaderboard/use-cities.ts'
import { fill } from '../messages/fill.ts'
import { words as texts } from '../messages/restock/filters.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { type Asked, askedOf, type RestocksOf, restocksHref } from './asked.ts'

type Pick = { value: string; name: string }
type SelectProps = {
  label: string
  name: keyof RestocksOf
  value: string | undefined
  all: string
  picks: Pick[]
}

function Select({ label, name, value, all, picks }: SelectProps) {
  return (
    <Choice label={label} name={name} defaultValue={value ?? ''}>
      <option value="">{all}</option>
      {picks.map((pick) => (
        <option key={pick.value} value={pick.value}>
          {pick.name}
        </option>
      ))}
    </Choice>
  )
}

const sources: Pick[] = [
  {
    value: 'monitor',
    get name() {
      return texts.monitors
    },
  },
  {
    value: 'member',
    get name() {
      return texts.members
    },
  },
]

function Fields({ asked }: { asked: RestocksOf }) {
  const sneakers = useSneakers().data?.items ?? []
  const stores = useStores().data?.items ?? []
  const cities = useCities().data?.items ?? []
  const pairs = sneakers.map(({ id, name, colorway }) => ({ value: id, name: `${name}, ${colorway}` }))
  const shops = stores.map((store) => ({ value: store.id, name: placeWords(store) }))
  const places = cities.map(({ cell, name }) => ({ value: cell, name }))
  return (
    <>
      <Select label={texts.pair} name="sneaker" value={asked.sneaker} all={texts.everyPair} picks={pairs} />
      <Field
        label={texts.sizeUs}
        name="size"
        figures
        placeholder="10"
        pattern="\d{1,2}(\.5)?[WYCwyc]?"
        defaultValue={asked.size ?? ''}
      />
      <Select label={texts.shop} name="store" value={asked.store} all={texts.everyShop} picks={shops} />
      <Select label={texts.city} name="city" value={asked.city} all={texts.everywhere} picks={places} />
      <Select label={texts.seenBy} name="source" value={asked.source} all={texts.anyone} picks={sources} />
      <label className="flex min-h-12 items-center gap-3 self-end font-semibold">
        <input
          type="checkbox"
          name="open"
          value="true"
          defaultChecked={asked.open === 'true'}
          className="size-6 shrink-0 accent-ink dark:accent-volt"
        />
        {texts.onlyWhatIsStill}
      </label>
    </>
  )
}

/** What each part that is given says, for the reader to take it off again. */
function useChips(asked: RestocksOf): { name: keyof RestocksOf; words: string }[] {
  const sneaker = useSneakers().data?.items.find(({ id }) => id === asked.sneaker)
  const store = useStores().data?.items.find(({ id }) => id === asked.store)
  const city = useCities().data?.items.find(({ cell }) => cell === asked.city)
  const words: Record<keyof RestocksOf, string | undefined> = {
    sneaker: sneaker?.name ?? texts.onePair,
    size: `US ${asked.size}`,
    store: store?.name ?? texts.oneShop,
    city: city?.name ?? texts.oneCity,
    source: asked.source === 'monitor' ? texts.seenByMonitors : texts.seenByMembers,
    open: texts.stillThere,
  }
  const names = Object.keys(words) as (keyof RestocksOf)[]
  return names.flatMap((name) => (asked[name] ? [{ name, words: words[name] ?? '' }] : []))
}

function Chips({ asked }: { asked: RestocksOf }) {
  const chips = useChips(asked)
  if (chips.length === 0) return null
  return (
    <ul aria-label={texts.filtersThatAreOn} className="flex flex-wrap gap-2">
      {chips.map(({ name, words }) => (
        <li key={name}>
          <Link
            href={restocksHref({ ...asked, [name]: undefined })}
            scroll={false}
            prefetch={false}
            aria-label={fill(texts.takeOff, { words })}
            className="figures inline-flex min-h-11 items-center gap-2 rounded-xs border border-rule px-3 text-sm font-semibold hover:bg-panel"
          >
            {words} <span aria-hidden>✕</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What the list is narrowed by, kept in the address. Works as a plain form too. */
export function RestockFilters({ asked }: { asked: RestocksOf }) {
  const router = useRouter()
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = Object.fromEntries(new FormData(event.currentTarget)) as Asked
    router.push(restocksHref(askedOf(data)), { scroll: false })
  }
  // Another list is another form: closed, and of what that list is narrowed by.
  return (
    <div className="grid gap-3">
      <details key={restocksHref(asked)} className="border border-rule">
        <summary className="heading min-h-12 cursor-pointer px-4 py-3 text-sm">{texts.filters}</summary>
        <form
          action="/restocks"
          onSubmit={show}
          className="grid grid-cols-2 gap-4 border-t border-rule p-4 sm:grid-cols-3"
        >
          <Fields asked={asked} />
          <Button type="submit" className="col-span-2 justify-self-start sm:col-span-3">
            {texts.showThese}
          </Button>
        </form>
      </details>
      <Chips asked={asked} />
    </div>
  )
}
