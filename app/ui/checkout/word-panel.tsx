'use client'
import { useRef } from 'react'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import { useSayWord } from '../api/mutations.ts'
import { words } from '../messages/checkout/word-panel.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'

function Said({ word }: { word: NonNullable<PurchaseRequest['word']> }) {
  if (!word.came) return <p>{words.youSaidThatNothing}</p>
  return (
    <p>
      {words.youSaidThatThe}
      {word.number && (
        <>
          : <strong className="figures">{word.number}</strong>
        </>
      )}
      {words.itStaysYourOne}
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
        {request.word ? words.yourWord : words.whatCameOfIt}
      </h2>
      {request.word ? (
        <Said word={request.word} />
      ) : (
        <>
          <Field label={words.orderNumberIfYou} ref={number} autoComplete="off" maxLength={64} figures />
          {say.error && <ErrorNotice error={say.error} />}
          <div className="flex flex-wrap gap-2">
            <Button tone="go" busy={say.isPending} onClick={came}>
              {words.itWentThrough}
            </Button>
            <Button busy={say.isPending} onClick={() => say.mutate({ came: false })}>
              {words.nothingCame}
            </Button>
          </div>
          <p className="text-sm text-muted">{words.shopsBookLateThat}</p>
        </>
      )}
    </section>
  )
}
