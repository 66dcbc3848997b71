'use client'
import { useRef } from 'react'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import { useSayWord } from '../api/mutations.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'

function Said({ word }: { word: NonNullable<PurchaseRequest['word']> }) {
  if (!word.came) return <p>You said that nothing came. This drop is open to you again.</p>
  return (
    <p>
      You said that the order went through
      {word.number && (
        <>
          : <strong className="figures">{word.number}</strong>
        </>
      )}
      . It stays your one order of this drop.
    </p>
  )
}

/** The member's word where nobody could read what came of an order. */
export function WordPanel({ request }: { request: PurchaseRequest }) {
  const say = useSayWord(request.id)
  const number = useRef<HTMLInputElement>(null)
  const came = () => {
    const typed = number.current?.value.trim()
    say.mutate({ came: true, ...(typed ? { number: typed } : {}) })
  }
  return (
    <section aria-labelledby="word" className="ticker-in grid gap-4 border border-rule bg-panel p-4 sm:p-6">
      <h2 id="word" className="heading text-2xl">
        {request.word ? 'Your word' : 'What came of it?'}
      </h2>
      {request.word ? (
        <Said word={request.word} />
      ) : (
        <>
          <Field
            label="Order number, if you have one"
            ref={number}
            autoComplete="off"
            maxLength={64}
            figures
          />
          {say.error && <ErrorNotice error={say.error} />}
          <div className="flex flex-wrap gap-2">
            <Button tone="go" busy={say.isPending} onClick={came}>
              It went through
            </Button>
            <Button busy={say.isPending} onClick={() => say.mutate({ came: false })}>
              Nothing came
            </Button>
          </div>
          <p className="text-sm text-muted">
            Shops book late: that nothing came can be said an hour after the click. Then you may ask for this
            drop again.
          </p>
        </>
      )}
    </section>
  )
}
