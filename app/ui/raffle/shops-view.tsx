'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { AskedEntry, EntryRequest } from '../../../core/raffle-form/request.ts'
import { asProblem } from '../api/problem.ts'
import { browserGet, request } from '../api/request.ts'
import { entryWords } from '../messages/en-raffles.ts'
import { words } from '../messages/raffle/shops-view.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Mark } from '../parts/mark.tsx'
import { Empty, ErrorNotice } from '../parts/notice.tsx'
import { askedEntriesQuery } from './queries.ts'

/** While a worker is at it nothing tells the page: it looks, ms. */
const POLL_MS = 3_000

const text = (data: FormData, name: string) => String(data.get(name) ?? '').trim()

function read(data: FormData): EntryRequest {
  const [birth_date, instagram, store] = ['birth_date', 'instagram', 'store'].map((name) => text(data, name))
  return {
    url: text(data, 'url'),
    details: {
      ...{
        first_name: text(data, 'first_name'),
        last_name: text(data, 'last_name'),
        size: text(data, 'size'),
      },
      ...(birth_date && { birth_date }),
      ...(instagram && { instagram }),
      stores: store ? [store] : [],
    },
  }
}

function useAsk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EntryRequest) =>
      request({ path: '/raffle-forms', shape: 'askedEntries', method: 'POST', body }),
    onSuccess: (entries) => client.setQueryData(askedEntriesQuery(browserGet).queryKey, entries),
  })
}

function AskForm() {
  const ask = useAsk()
  const fields = ask.error ? asProblem(ask.error).fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    ask.mutate(read(new FormData(form)), { onSuccess: () => form.reset() })
  }
  const field = (name: string, label: string) => ({ name, label, error: fields[`details.${name}`] })
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-5">
      <Field label={words.theDrawsPage} name="url" type="url" required error={fields.url} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field {...field('first_name', words.firstName)} autoComplete="given-name" required />
        <Field {...field('last_name', words.lastName)} autoComplete="family-name" required />
        <Field {...field('size', words.size)} hint={words.asTheShopWrites} />
        <Field {...field('birth_date', words.born)} type="date" autoComplete="bday" />
        <Field {...field('instagram', words.instagram)} />
        <Field label={words.storeToPickUp} name="store" />
      </div>
      <p className="text-sm text-muted">{words.snpdFillsTheForm}</p>
      {ask.error && <ErrorNotice error={ask.error} />}
      <Button type="submit" tone="go" size="large" busy={ask.isPending} className="sm:justify-self-start">
        {words.enterItForMe}
      </Button>
    </form>
  )
}

function One({ entry: { url, state, note, outcome } }: { entry: AskedEntry }) {
  const said = outcome && 'detail' in outcome ? outcome.detail : outcome?.evidence
  return (
    <li className="grid gap-2 border-b border-soft px-3 py-3 last:border-b-0">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="wrap-anywhere">{url}</span>
        <Mark tone={outcome?.kind === 'entered' ? 'live' : 'plain'}>
          {entryWords[outcome?.kind ?? state]}
        </Mark>
      </p>
      {(said || note) && <p className="text-sm wrap-anywhere text-muted">{said || note}</p>}
    </li>
  )
}

/** Shops' own draws: asking for one, and what came of those before. */
export function ShopDrawsView() {
  const query = useQuery({
    ...askedEntriesQuery(browserGet),
    refetchInterval: ({ state }) =>
      state.data?.items.some((entry) => entry.state !== 'ended') ? POLL_MS : false,
  })
  return (
    <div className="grid grid-cols-1 gap-8">
      <AskForm />
      <Answer query={query} waiting={words.loadingYourDraws}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.noDrawYet} />
          ) : (
            <ul aria-label={words.drawsOfShops} className="grid border border-rule">
              {items.map((entry) => (
                <One key={entry.id} entry={entry} />
              ))}
            </ul>
          )
        }
      </Answer>
    </div>
  )
}
