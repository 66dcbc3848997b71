'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { MOST_PRIZES, MOST_TEXT, MOST_TITLE } from '../../../core/raffle/limits.ts'
import type { PlanInput } from '../../../core/raffle/plan.ts'
import { asProblem } from '../api/problem.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/raffle/plan-form.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { usePlan } from './hooks.ts'

const text = (data: FormData, name: string) => String(data.get(name) ?? '').trim()

/** wei of whole karma: a form takes no fractions. */
const wei = (karma: string) => String(BigInt(karma) * 10n ** 18n)

function read(data: FormData): PlanInput {
  const titles = data.getAll('prize').map((each) => String(each).trim())
  const counts = data.getAll('count').map(Number)
  return {
    title: text(data, 'title'),
    text: text(data, 'text'),
    prizes: titles.map((title, index) => ({ title, count: counts[index] ?? 1 })),
    price: wei(text(data, 'price')),
    closes_at: new Date(text(data, 'closes')).toISOString(),
    tier: Number(text(data, 'tier')),
  }
}

/** The prizes, the best first; one more line for one more kind. */
function PrizeFields() {
  const [lines, setLines] = useState(1)
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-semibold">{words.prizesTheBestFirst}</legend>
      {Array.from({ length: lines }, (_, index) => `prize-${index}`).map((key, index) => (
        <div key={key} className="grid gap-3 sm:grid-cols-[1fr_8rem]">
          <Field
            label={fill(words.prize, { value: index + 1 })}
            name="prize"
            required
            minLength={2}
            maxLength={MOST_TITLE}
          />
          <Field
            {...{ label: words.howMany, name: 'count', type: 'number', min: 1, max: MOST_PRIZES }}
            required
            defaultValue={1}
          />
        </div>
      ))}
      <Button tone="quiet" className="justify-self-start" onClick={() => setLines(lines + 1)}>
        {words.anotherPrize}
      </Button>
    </fieldset>
  )
}

/** Describes a raffle. What it says is hashed into the chain, so it is said once. */
export function PlanForm() {
  const plan = usePlan()
  const send = useMutation({ mutationFn: async (data: FormData) => plan.mutateAsync(read(data)) })
  const fields = send.error ? asProblem(send.error).fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    send.mutate(new FormData(form), { onSuccess: () => form.reset() })
  }
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-5">
      <Field
        label={words.title}
        name="title"
        required
        minLength={3}
        maxLength={MOST_TITLE}
        error={fields.title}
      />
      <Field label={words.moreAboutIt} name="text" maxLength={MOST_TEXT} error={fields.text} />
      <PrizeFields />
      <div className="grid gap-5 sm:grid-cols-3">
        <Field
          {...{ label: words.karmaForATicket, name: 'price', type: 'number', min: 0, step: 1 }}
          required
          defaultValue={5}
          error={fields.price}
        />
        <Field
          {...{ label: words.passTier, name: 'tier', type: 'number', min: 0, max: 255, step: 1 }}
          required
          defaultValue={0}
          hint={words.n0ForEveryone}
          error={fields.tier}
        />
        <Field label={words.closes} name="closes" type="datetime-local" required error={fields.closes_at} />
      </div>
      {send.error && <ErrorNotice error={send.error} />}
      <p role="status">{send.isSuccess && words.describedItOpensOnce}</p>
      <Button type="submit" tone="go" size="large" busy={send.isPending} className="sm:justify-self-start">
        {words.openTheRaffle}
      </Button>
    </form>
  )
}
