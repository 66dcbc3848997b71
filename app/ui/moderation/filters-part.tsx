'use client'
import type { FormEvent } from 'react'
import type { FilterInput, WordFilter } from '../../../core/moderation/shape.ts'
import { asProblem } from '../api/problem.ts'
import { words as texts } from '../messages/moderation/filters-part.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useAddFilter, useFilters, useRemoveFilter } from './hooks.ts'

function Row({ filter }: { filter: WordFilter }) {
  const remove = useRemoveFilter(filter.id)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-soft py-1.5">
      <span className="flex min-w-0 flex-wrap items-center gap-2">
        <Mark tone={filter.act === 'refuse' ? 'alarm' : 'plain'}>
          {filter.act === 'refuse' ? texts.refused : texts.held}
        </Mark>
        <span className="wrap-anywhere font-semibold">{filter.pattern}</span>
        <span className="text-sm text-muted">{filter.kind === 'link' ? texts.andAllBelowIt : ''}</span>
      </span>
      <Button tone="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
        {texts.remove}
        <span className="sr-only"> {filter.pattern}</span>
      </Button>
      {remove.error && <ErrorNotice error={remove.error} />}
    </li>
  )
}

function Add() {
  const add = useAddFilter()
  const fields = add.error ? asProblem(add.error).fields : {}
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const input = Object.fromEntries(
      ['kind', 'pattern', 'act'].map((name) => [name, String(data.get(name) ?? '')]),
    )
    add.mutate(input as FilterInput, { onSuccess: () => form.reset() })
  }
  return (
    <form onSubmit={send} className="grid gap-3 sm:grid-cols-[9rem_minmax(0,1fr)_11rem_auto] sm:items-start">
      <Choice label={texts.what} name="kind">
        <option value="word">{texts.words}</option>
        <option value="link">{texts.aDomain}</option>
      </Choice>
      <Field
        label={texts.pattern}
        name="pattern"
        required
        minLength={2}
        maxLength={100}
        autoComplete="off"
        hint={texts.wholeWordsHoweverThey}
        error={fields.pattern}
      />
      <Choice label={texts.postsWithIt} name="act">
        <option value="refuse">{texts.areRefused}</option>
        <option value="hold">{texts.waitForYou}</option>
      </Choice>
      <Button type="submit" busy={add.isPending} className="sm:mt-7">
        {texts.add}
      </Button>
      {add.error && !fields.pattern && <ErrorNotice error={add.error} />}
    </form>
  )
}

/** Words and domains that no post goes out with. */
export function FiltersPart() {
  return (
    <div className="grid gap-4">
      <Add />
      <Answer query={useFilters()} waiting={texts.loadingTheFilters}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-muted">{texts.none}</p>
          ) : (
            <ul aria-label={texts.filters}>
              {items.map((filter) => (
                <Row key={filter.id} filter={filter} />
              ))}
            </ul>
          )
        }
      </Answer>
    </div>
  )
}
