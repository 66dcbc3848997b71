'use client'
import { type FormEvent, useRef, useState } from 'react'
import { type CardErrors, readCard } from '../../../core/payment/card.ts'
import { words } from '../messages/payment/card-form.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { sealHere, useKeepPayment } from './hooks.ts'

function useFields() {
  const [number, name] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const [expiry, label] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  return { number, name, expiry, label }
}

/** Reads, seals, sends; what was typed leaves the page as soon as it is kept. */
function useSeal(memberId: string, onDone: () => void) {
  const fields = useFields()
  const keep = useKeepPayment()
  const [errors, setErrors] = useState<CardErrors>({})
  const [failure, setFailure] = useState<unknown>()
  const [sealing, setSealing] = useState(false)
  const text = (name: keyof typeof fields) => fields[name].current?.value ?? ''
  const seal = async (form: HTMLFormElement) => {
    const [number, name] = [text('number'), text('name')]
    const typed = { number, name, expiry: text('expiry'), label: text('label') }
    const { errors: wrong, ...read } = readCard(typed, new Date())
    setErrors(wrong ?? {})
    setFailure(undefined)
    if (!('card' in read)) return fields[Object.keys(wrong ?? {})[0] as keyof CardErrors]?.current?.focus()
    const sealed = await sealHere(memberId, read.card)
    await keep.mutateAsync({ ...sealed, label: read.label })
    form.reset()
    onDone()
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSealing(true)
    seal(event.currentTarget)
      .catch(setFailure)
      .finally(() => setSealing(false))
  }
  return { fields, errors, failure, sealing, send }
}

type Props = { memberId: string; onDone: () => void; onCancel?: (() => void) | undefined }

/**
 * A card, typed and sealed. No input here has a name: a form sent before this page's script runs, or by a browser without
 * scripts, carries nothing.
 */
export function CardForm({ memberId, onDone, onCancel }: Props) {
  const { fields, errors, failure, sealing, send } = useSeal(memberId, onDone)
  return (
    <form onSubmit={send} noValidate className="grid gap-4">
      <Field
        label={words.cardNumber}
        ref={fields.number}
        figures
        inputMode="numeric"
        autoComplete="cc-number"
        error={errors.number}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.nameOnTheCard} ref={fields.name} autoComplete="cc-name" error={errors.name} />
        <Field
          label={words.goodUntil}
          ref={fields.expiry}
          figures
          inputMode="numeric"
          placeholder={words.mmYy}
          autoComplete="cc-exp"
          error={errors.expiry}
        />
      </div>
      <Field
        label={words.whatYouCallIt}
        ref={fields.label}
        autoComplete="off"
        defaultValue={words.myCard}
        maxLength={40}
        hint={words.theOnlyPartWe}
        error={errors.label}
      />
      <p className="text-sm text-muted">{words.theSecurityCodeOn}</p>
      {failure !== undefined && <ErrorNotice error={failure} />}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" tone="go" size="large" busy={sealing}>
          {words.sealAndKeep}
        </Button>
        {onCancel && (
          <Button tone="quiet" onClick={onCancel}>
            {words.keepTheOneI}
          </Button>
        )}
      </div>
    </form>
  )
}
