'use client'
import type { Ref } from 'react'
import { words } from '../messages/drop/security-code.ts'
import { Field } from '../parts/field.tsx'
import { usePayment } from '../payment/hooks.ts'

export const CODE = /^\d{3,4}$/

/**
 * The card's code, for this one order; only who keeps a card is asked. The input has no name: a form that is sent without
 * scripts carries nothing.
 */
export function SecurityCode({ input, error }: { input: Ref<HTMLInputElement>; error: string | undefined }) {
  const { data: payment } = usePayment()
  if (!payment) return null
  return (
    <Field
      ref={input}
      label={words.securityCodeOfYour}
      hint={words.sealedInThisBrowser}
      inputMode="numeric"
      autoComplete="cc-csc"
      maxLength={4}
      figures
      error={error}
    />
  )
}
