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
import { ShipTo, ShopEmail } from './ship-to.tsx'
import { SizeLegend } from './size-legend.tsx'

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

const mostOf = (drop: Drop) => Math.ceil((drop.price_minor * HEADROOM) / 100).toFixed(2)

type Fields = Readonly<Record<string, string>>

/** The most to pay and the mode. Behind a closed gate they can wait: the careful defaults go with the form. */
function Terms({ drop, closed, fields }: { drop: Drop; closed: boolean; fields: Fields }) {
  if (closed) return <input type="hidden" name="max_total" value={mostOf(drop)} />
  return (
    <>
      <Field
        label="Most you will pay, with shipping and tax"
        name="max_total"
        inputMode="decimal"
        pattern="\$?[0-9]{1,6}([.,][0-9]{1,2})?"
        title="Dollars and cents, such as 150.00"
        required
        figures
        defaultValue={mostOf(drop)}
        hint="Above this the assistant stops and hands over."
        error={fields.max_total_minor}
      />
      <ModeChoice />
    </>
  )
}

function Send({ closed, busy }: { closed: boolean; busy: boolean }) {
  return (
    <div className="grid gap-3">
      <Button type="submit" tone={closed ? 'plain' : 'go'} size="large" busy={busy} className="w-full">
        Request checkout
      </Button>
      <p className="text-sm text-muted">
        {closed
          ? 'The gate is closed for you right now: a request is refused until it opens.'
          : 'One order per drop. You see the total before anything is bought.'}
      </p>
    </div>
  )
}

/** Ask the assistant to walk the shop: size, the most to pay, mode, address. */
export function CheckoutForm({ drop, me }: { drop: Drop; me: Member | null }) {
  const { send, checkout } = useSend(drop)
  const [size, setSize] = useState('')
  const cells = useCells(drop)
  const fields = checkout.error ? asProblem(checkout.error).fields : {}
  const closed = drop.gate?.open !== true
  return (
    <form onSubmit={send} className="grid gap-6">
      <SizeGrid legend="US size" name="size" cells={cells} value={size} onPick={setSize} error={fields.size}>
        <SizeLegend marks={cells.map(({ mark }) => mark)} />
      </SizeGrid>
      {me && (
        <>
          <Terms drop={drop} closed={closed} fields={fields} />
          <ShipTo
            key={me.shipping_address ? 'saved' : 'new'}
            saved={me.shipping_address}
            folded={closed}
            errors={fields}
          />
          {me.email === null && !closed && <ShopEmail error={fields.email} />}
          {checkout.error && <ErrorNotice error={checkout.error} />}
          <Send closed={closed} busy={checkout.isPending} />
        </>
      )}
    </form>
  )
}
