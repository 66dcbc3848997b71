'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import type { Drop } from '../../../core/drop/shape.ts'
import type { Member } from '../../../core/member/shape.ts'
import { usePurchases, useRestocks } from '../api/hooks.ts'
import { useRequestCheckout, useSaveMember } from '../api/mutations.ts'
import { asProblem } from '../api/problem.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { minorOf } from '../parts/money.ts'
import { ErrorNotice } from '../parts/notice.tsx'
import { SizeGrid } from '../parts/size-grid.tsx'
import { readAddress } from './address-fields.tsx'
import { markOf } from './marks.ts'
import { ModeChoice } from './mode-choice.tsx'
import { ShipTo } from './ship-to.tsx'

/** Room above the price for shipping and tax, so that the first try is not refused for a few dollars. */
const HEADROOM = 1.25

function useCells(drop: Drop) {
  const restocks = useRestocks().data?.items ?? []
  const purchases = usePurchases().data?.items ?? []
  const [now] = useState(Date.now)
  return drop.sizes.map((size) => ({ size, mark: markOf(drop, size, { restocks, purchases, now }) }))
}

function readInput(drop: Drop, data: FormData) {
  return {
    drop_id: drop.id,
    size: String(data.get('size') ?? ''),
    max_total_minor: minorOf(String(data.get('max_total') ?? '')) ?? 0,
    currency: drop.currency,
    mode: data.get('mode') === 'dry-run' ? ('dry-run' as const) : ('review' as const),
    ...(data.has('email') ? { email: String(data.get('email') ?? '').trim() } : {}),
    ...(data.has('street') ? { shipping: readAddress(data) } : {}),
  }
}

function useSend(drop: Drop) {
  const router = useRouter()
  const checkout = useRequestCheckout()
  const save = useSaveMember()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const input = readInput(drop, data)
    if (data.has('save') && input.shipping) save.mutate({ shipping_address: input.shipping })
    checkout.mutate(input, { onSuccess: ({ id }) => router.push(`/checkouts/${id}`) })
  }
  return { send, checkout }
}

/** Ask the assistant to walk the shop: size, the most to pay, mode, address. */
export function CheckoutForm({ drop, me }: { drop: Drop; me: Member | null }) {
  const { send, checkout } = useSend(drop)
  const [size, setSize] = useState('')
  const fields = checkout.error ? asProblem(checkout.error).fields : {}
  const closed = drop.gate?.open !== true
  return (
    <form onSubmit={send} className="grid gap-6">
      <SizeGrid
        legend="US size"
        name="size"
        cells={useCells(drop)}
        value={size}
        onPick={setSize}
        error={fields.size}
      />
      {me && (
        <>
          <Field
            label="Most you will pay, with shipping and tax"
            name="max_total"
            inputMode="decimal"
            pattern="\$?[0-9]{1,6}([.,][0-9]{1,2})?"
            required
            figures
            defaultValue={Math.ceil((drop.price_minor * HEADROOM) / 100).toFixed(2)}
            hint="Above this the assistant stops and asks."
            error={fields.max_total_minor}
          />
          <ModeChoice />
          <ShipTo
            key={me.shipping_address ? 'saved' : 'new'}
            saved={me.shipping_address}
            needsEmail={me.email === null}
            errors={fields}
          />
          {checkout.error && <ErrorNotice error={checkout.error} />}
          <Button
            type="submit"
            tone={closed ? 'plain' : 'go'}
            size="large"
            busy={checkout.isPending}
            className="w-full"
          >
            Request checkout
          </Button>
          <p className="text-sm text-muted">
            {closed
              ? 'The gate is closed for you right now; the request would be refused.'
              : 'One order per drop. You see the total before anything is bought.'}
          </p>
        </>
      )}
    </form>
  )
}
