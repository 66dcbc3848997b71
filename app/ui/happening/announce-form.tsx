'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { MOST_TITLE, MOST_WORDS } from '../../../core/happening/limits.ts'
import type { HappeningInput } from '../../../core/happening/shape.ts'
import { placeWords } from '../../../core/restock/place.ts'
import { useStores } from '../api/hooks.ts'
import { asProblem } from '../api/problem.ts'
import { cellHere } from '../follow/here.ts'
import { happeningWords, mapWords } from '../messages/en-map.ts'
import { words } from '../messages/happening/announce-form.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useAnnounce } from './hooks.ts'

/** The choice that is no shop. */
const HERE = 'here'

const text = (data: FormData, name: string) => String(data.get(name) ?? '').trim()
const moment = (data: FormData, name: string) => new Date(text(data, name)).toISOString()

/** What the form says. Of a place that is no shop the cell around here goes with it, and nothing finer. */
async function read(data: FormData): Promise<HappeningInput> {
  const store = text(data, 'store')
  const where =
    store === HERE
      ? {
          place: { name: text(data, 'place'), cell: await cellHere('door') },
          time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        }
      : { store_id: store }
  return {
    kind: text(data, 'kind') === 'line' ? 'line' : 'meet-up',
    title: text(data, 'title'),
    text: text(data, 'text'),
    ...where,
    starts_at: moment(data, 'starts'),
    ends_at: moment(data, 'ends'),
  }
}

function Where({ fields }: { fields: Record<string, string> }) {
  const [store, setStore] = useState('')
  const stores = (useStores().data?.items ?? []).filter(({ latitude }) => latitude !== null)
  return (
    <>
      <Choice
        label={words.where}
        name="store"
        required
        value={store}
        onChange={({ target }) => setStore(target.value)}
        hint={store === HERE ? mapWords.announceHint : undefined}
        error={fields.store_id}
      >
        <option value="" disabled>
          {words.chooseAShop}
        </option>
        <option value={HERE}>{words.hereAtNoShop}</option>
        {stores.map((each) => (
          <option key={each.id} value={each.id}>
            {placeWords(each)}
          </option>
        ))}
      </Choice>
      {store === HERE && (
        <Field
          label={words.whatThePlaceIs}
          name="place"
          required
          minLength={2}
          maxLength={MOST_TITLE}
          error={fields['place.name']}
        />
      )}
    </>
  )
}

/** Announces a meet-up or a line. */
export function AnnounceForm() {
  const router = useRouter()
  const announce = useAnnounce()
  const send = useMutation({
    mutationFn: async (data: FormData) => announce.mutateAsync(await read(data)),
    onSuccess: ({ id }) => router.push(`/events/${id}`),
  })
  const fields = send.error ? asProblem(send.error).fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send.mutate(new FormData(event.currentTarget))
  }
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-5">
      <Choice label={words.what} name="kind" defaultValue="meet-up">
        <option value="meet-up">{happeningWords['meet-up']}</option>
        <option value="line">{happeningWords.line}</option>
      </Choice>
      <Field
        label={words.title}
        name="title"
        required
        minLength={3}
        maxLength={MOST_TITLE}
        error={fields.title}
      />
      <Where fields={fields} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={words.starts} name="starts" type="datetime-local" required error={fields.starts_at} />
        <Field label={words.ends} name="ends" type="datetime-local" required error={fields.ends_at} />
      </div>
      <Field label={words.moreAboutIt} name="text" maxLength={MOST_WORDS} error={fields.text} />
      {send.error && <ErrorNotice error={send.error} />}
      <Button type="submit" tone="go" size="large" busy={send.isPending} className="sm:justify-self-start">
        {words.announceIt}
      </Button>
    </form>
  )
}
