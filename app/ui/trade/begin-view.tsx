'use client'
import { useRouter } from 'next/navigation'
import { tradeWords } from '../messages/en-trades.ts'
import { Field } from '../parts/field.tsx'
import { useBegin } from './hooks.ts'
import { OfferForm } from './offer-form.tsx'

/** Offers somebody a trade, and goes to it. */
export function BeginView({ partner }: { partner: string }) {
  const router = useRouter()
  const begin = useBegin()
  return (
    <OfferForm
      busy={begin.isPending}
      error={begin.error}
      onSend={(offer, data) =>
        begin.mutate(
          { ...offer, with: String(data.get('with') ?? '').trim() },
          { onSuccess: ({ id }) => router.push(`/trades/${id}`) },
        )
      }
    >
      <Field
        label={tradeWords.with}
        hint={tradeWords.withHint}
        name="with"
        required
        pattern="[A-Za-z0-9_]{3,30}"
        autoComplete="off"
        defaultValue={partner}
      />
    </OfferForm>
  )
}
