'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { FollowInput } from '../../../core/follow/shape.ts'
import { placeWords } from '../../../core/restock/place.ts'
import { useSneakers, useStores } from '../api/hooks.ts'
import { Problem } from '../api/problem.ts'
import { useCities } from '../leaderboard/use-cities.ts'
import { words } from '../messages/follow/follow-fields.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useAddFollow, useFollows } from '../push/hooks.ts'
import { cellsOf, choices } from './area.ts'
import { FollowList } from './follow-list.tsx'

/** What the form says, with the cells of the place that it names. */
async function read(data: FormData, sneakerId: string | undefined): Promise<FollowInput> {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const sneaker = sneakerId ?? text('sneaker')
  const [size, store, around] = [text('size').toUpperCase(), text('store'), text('around')]
  const cells = around && !store ? await cellsOf(around, Number(text('km'))) : undefined
  if (!sneaker && !size && !store && !cells)
    throw new Problem({
      status: 0,
      code: 'follow.empty',
      detail: words.thatWouldBeEvery,
      fix: words.chooseAPairA,
    })
  return {
    ...(sneaker && { sneaker_id: sneaker }),
    ...(size && { size }),
    ...(store && { store_id: store }),
    ...(cells && { cells }),
  }
}

/** Anywhere, here, or around a city; then how far. */
function Where() {
  const [around, setAround] = useState('')
  const cities = useCities().data?.items ?? []
  return (
    <>
      <Choice
        label={words.where}
        name="around"
        value={around}
        onChange={({ target }) => setAround(target.value)}
        hint={around === 'here' ? words.whereYouStandStays : undefined}
      >
        <option value="">{words.anywhere}</option>
        <option value="here">{words.aroundMeNow}</option>
        {cities.map(({ cell, name }) => (
          <option key={cell} value={cell}>
            {words.around} {name}
          </option>
        ))}
      </Choice>
      {around && (
        <Choice label={words.howFar} name="km" defaultValue="5">
          {choices.map((km) => (
            <option key={km} value={km}>
              {km} {words.km}
            </option>
          ))}
        </Choice>
      )}
    </>
  )
}

function Pair() {
  const sneakers = useSneakers().data?.items ?? []
  return (
    <Choice label={words.pair} name="sneaker" defaultValue="">
      <option value="">{words.everyPair}</option>
      {sneakers.map(({ id, name, colorway }) => (
        <option key={id} value={id}>
          {name}, {colorway}
        </option>
      ))}
    </Choice>
  )
}

function Shop({ value, onPick }: { value: string; onPick: (store: string) => void }) {
  const stores = useStores().data?.items ?? []
  return (
    <Choice label={words.shop} name="store" value={value} onChange={({ target }) => onPick(target.value)}>
      <option value="">{words.anyShop}</option>
      {stores.map((store) => (
        <option key={store.id} value={store.id}>
          {placeWords(store)}
        </option>
      ))}
    </Choice>
  )
}

function Form({ sneakerId }: { sneakerId: string | undefined }) {
  const follow = useAddFollow()
  const send = useMutation({
    mutationFn: async (data: FormData) => follow.mutateAsync(await read(data, sneakerId)),
  })
  const [store, setStore] = useState('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send.mutate(new FormData(event.currentTarget))
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        {sneakerId === undefined && <Pair />}
        <Field
          label={words.sizeUs}
          name="size"
          figures
          placeholder={words.any}
          pattern="\d{1,2}(\.5)?[WYCwyc]?"
          title={words.aSizeSuchAs}
        />
        <Shop value={store} onPick={setStore} />
        {!store && <Where />}
      </div>
      {send.error && <ErrorNotice error={send.error} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" tone="go" busy={send.isPending}>
          {words.follow}
        </Button>
        <p role="status" className="text-sm font-semibold">
          {send.isSuccess && words.youFollowIt}
        </p>
      </div>
    </form>
  )
}

/** What a member follows of this pair, or of all, each with the way out; and the way to follow more. */
export function FollowFields({ sneakerId }: { sneakerId: string | undefined }) {
  const all = useFollows().data?.items ?? []
  const follows = all.filter(({ sneaker_id }) => sneakerId === undefined || sneaker_id === sneakerId)
  return (
    <div className="grid gap-5">
      {follows.length > 0 && <FollowList follows={follows} />}
      <Form sneakerId={sneakerId} />
    </div>
  )
}
