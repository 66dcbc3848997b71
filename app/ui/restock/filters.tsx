'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { placeWords } from '../../../core/restock/place.ts'
import { useSneakers, useStores } from '../api/hooks.ts'
import { useCities } from '../leaderboard/hooks.ts'
import { Button, buttonClass } from '../parts/button.tsx'
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
  { value: 'monitor', name: 'Monitors' },
  { value: 'member', name: 'Members' },
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
      <Select label="Pair" name="sneaker" value={asked.sneaker} all="Every pair" picks={pairs} />
      <Field
        label="Size, US"
        name="size"
        figures
        placeholder="10"
        pattern="\d{1,2}(\.5)?[WYCwyc]?"
        defaultValue={asked.size ?? ''}
      />
      <Select label="Shop" name="store" value={asked.store} all="Every shop" picks={shops} />
      <Select label="City" name="city" value={asked.city} all="Everywhere" picks={places} />
      <Select label="Seen by" name="source" value={asked.source} all="Anyone" picks={sources} />
      <label className="flex min-h-12 items-center gap-3 self-end font-semibold">
        <input
          type="checkbox"
          name="open"
          value="true"
          defaultChecked={asked.open === 'true'}
          className="size-6 shrink-0 accent-ink dark:accent-volt"
        />
        Only what is still there
      </label>
    </>
  )
}

/** What the list is narrowed by, kept in the address. Works as a plain form too. */
export function RestockFilters({ asked }: { asked: RestocksOf }) {
  const router = useRouter()
  const count = Object.keys(asked).length
  const [open, setOpen] = useState(count > 0)
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = Object.fromEntries(new FormData(event.currentTarget)) as Asked
    router.push(restocksHref(askedOf(data)), { scroll: false })
  }
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="border border-rule"
    >
      <summary className="heading min-h-12 cursor-pointer px-4 py-3 text-sm">
        Filters{count > 0 && <span className="figures text-muted"> · {count}</span>}
      </summary>
      <form
        key={restocksHref(asked)}
        action="/restocks"
        onSubmit={show}
        className="grid gap-4 border-t border-rule p-4 sm:grid-cols-3"
      >
        <Fields asked={asked} />
        <div className="flex flex-wrap items-center gap-3 sm:col-span-3">
          <Button type="submit">Show these</Button>
          {count > 0 && (
            <button type="button" className={buttonClass('quiet')} onClick={() => router.push('/restocks')}>
              Show all
            </button>
          )}
        </div>
      </form>
    </details>
  )
}
