'use client'
import { type FormEvent, useState } from 'react'
import type { ResultInput } from '../../../core/group/result.ts'
import {
  type ResultOutcome,
  type ResultWay,
  resultOfCheckout,
  resultWays,
} from '../../../core/group/win-loss.ts'
import { usePurchases } from '../api/hooks.ts'
import { asProblem } from '../api/problem.ts'
import { outcomeWords, resultWords, wayWords } from '../messages/en-guild.ts'
import { words } from '../messages/group/result-form.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { AboutChoice } from '../post/place-choice.tsx'
import { useNoteResult } from './kept-hooks.ts'

type Draft = {
  requestId: string
  outcome: ResultOutcome
  way: ResultWay
  storeId: string
  sneakerId: string
  size: string
}
const empty: Draft = { requestId: '', outcome: 'win', way: 'hand', storeId: '', sneakerId: '', size: '' }

function inputOf({ requestId, outcome, way, storeId, sneakerId, size }: Draft): ResultInput {
  if (requestId) return { request_id: requestId }
  return {
    ...{ outcome, way, store_id: storeId },
    ...(sneakerId && { sneaker_id: sneakerId }),
    ...(size.trim() && { size: size.trim() }),
  }
}

type Part = { draft: Draft; change: (part: Partial<Draft>) => void }

/** Checkouts of one's own that were won or lost: what they show needs no word. */
function CheckoutChoice({ draft, change }: Part) {
  const checkouts = (usePurchases().data?.items ?? []).filter(
    ({ outcome }) => resultOfCheckout(outcome) !== null,
  )
  if (checkouts.length === 0) return null
  return (
    <Choice
      label={resultWords.checkout}
      value={draft.requestId}
      onChange={({ target }) => change({ requestId: target.value })}
    >
      <option value="">{resultWords.noCheckout}</option>
      {checkouts.map(({ id, drop, size, outcome }) => (
        <option key={id} value={id}>
          {drop.title}
          {words.us} {size}: {outcomeWords[resultOfCheckout(outcome) ?? 'loss']}
        </option>
      ))}
    </Choice>
  )
}

function ByWord({ draft, change, sizeError }: Part & { sizeError: string | undefined }) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <Choice
          label={resultWords.outcome}
          value={draft.outcome}
          onChange={({ target }) => change({ outcome: target.value as ResultOutcome })}
        >
          {Object.entries(outcomeWords).map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice
          label={resultWords.way}
          value={draft.way}
          onChange={({ target }) => change({ way: target.value as ResultWay })}
        >
          {resultWays.map((each) => (
            <option key={each} value={each}>
              {wayWords[each]}
            </option>
          ))}
        </Choice>
        <Field
          label={resultWords.size}
          error={sizeError}
          value={draft.size}
          maxLength={6}
          figures
          onChange={({ target }) => change({ size: target.value })}
        />
      </div>
      <AboutChoice
        sneakerId={draft.sneakerId}
        storeId={draft.storeId}
        onSneaker={(sneakerId) => change({ sneakerId })}
        onStore={(storeId) => change({ storeId })}
      />
    </>
  )
}

/** Puts a win or a loss on the board. */
export function ResultForm({ slug }: { slug: string }) {
  const note = useNoteResult(slug)
  const [draft, setDraft] = useState(empty)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { fields } = note.error ? asProblem(note.error) : { fields: undefined }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    note.mutate(inputOf(draft), { onSuccess: () => setDraft(empty) })
  }
  const isSaid = draft.requestId !== '' || draft.storeId !== ''
  return (
    <form
      onSubmit={send}
      aria-labelledby="add-result"
      className="grid max-w-2xl gap-4 border border-rule p-4"
    >
      <h3 id="add-result" className="heading text-xl">
        {resultWords.add}
      </h3>
      <CheckoutChoice draft={draft} change={change} />
      {draft.requestId === '' && <ByWord draft={draft} change={change} sizeError={fields?.size} />}
      {note.error && <ErrorNotice error={note.error} />}
      <Button type="submit" tone="go" busy={note.isPending} disabled={!isSaid} className="justify-self-start">
        {resultWords.send}
      </Button>
    </form>
  )
}
