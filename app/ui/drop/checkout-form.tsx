'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import type { PurchaseMode } from '../../../core/checkout/shape.ts'
import type { Drop } from '../../../core/drop/shape.ts'
import { uuidv7 } from '../../../core/id.ts'
import type { Member } from '../../../core/member/shape.ts'
import { useRequestCheckout, useSaveMember } from '../api/mutations.ts'
import { asProblem } from '../api/problem.ts'
import { words } from '../messages/drop/checkout-form.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { minorOf } from '../parts/money.ts'
import { ErrorNotice } from '../parts/notice.tsx'
import { sealCodeHere } from '../payment/hooks.ts'
import { readAddress } from './address-fields.tsx'
import { ModeChoice } from './mode-choice.tsx'
import { CODE, SecurityCode } from './security-code.tsx'
import { ShipTo, ShopEmail } from './ship-to.tsx'
import { type Picked, SizeRun } from './size-run.tsx'
import { readWishes, Wishes } from './wishes.tsx'

/** Room above the price for shipping and tax, so that the first try is not refused for a few dollars. */
const HEADROOM = 1.25

const modes = ['review', 'auto', 'dry-run'] as const

function modeOf(data: FormData): PurchaseMode {
  return modes.find((mode) => mode === data.get('mode')) ?? 'review'
}

function readInput(drop: Drop, data: FormData) {
  return {
    drop_id: drop.id,
    size: String(data.get('size') ?? ''),
    max_total_minor: minorOf(String(data.get('max_total') ?? '')) ?? 0,
    currency: drop.currency,
    mode: modeOf(data),
    preferences: readWishes(data),
    ...(data.has('email') ? { email: String(data.get('email') ?? '').trim() } : {}),
    ...(data.has('street') ? { shipping: readAddress(data) } : {}),
  }
}

/** The code that was typed, sealed for a request whose id is made here; nothing without one. */
async function sealTyped(me: Member, code: string) {
  if (code === '') return {}
  const id = uuidv7()
  return { id, sealed_code: await sealCodeHere({ memberId: me.id, requestId: id }, code) }
}

function useSend(drop: Drop, me: Member) {
  const router = useRouter()
  const checkout = useRequestCheckout()
  const save = useSaveMember()
  const code = useRef<HTMLInputElement>(null)
  const [codeError, setCodeError] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const ask = async (data: FormData) => {
    const typed = code.current?.value.trim() ?? ''
    const isWrong = typed !== '' && !CODE.test(typed)
    setCodeError(isWrong ? words.n3Or4Digits : undefined)
    if (isWrong) return code.current?.focus()
    const input = { ...readInput(drop, data), ...(await sealTyped(me, typed)) }
    if (data.has('save') && input.shipping) save.mutate({ shipping_address: input.shipping })
    checkout.mutate(input, { onSuccess: ({ id }) => router.push(`/checkouts/${id}`) })
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setFailure(undefined)
    ask(new FormData(event.currentTarget)).catch(setFailure)
  }
  return { send, checkout, code, codeError, error: failure ?? checkout.error }
}

const mostOf = (drop: Drop) => Math.ceil((drop.price_minor * HEADROOM) / 100).toFixed(2)

type Fields = Readonly<Record<string, string>>

/** The most to pay and the mode. Behind a closed gate they can wait: the careful defaults go with the form. */
function Terms({ drop, closed, fields }: { drop: Drop; closed: boolean; fields: Fields }) {
  if (closed) return <input type="hidden" name="max_total" value={mostOf(drop)} />
  return (
    <>
      <Field
        label={words.mostYouWillPay}
        name="max_total"
        inputMode="decimal"
        pattern="\$?[0-9]{1,6}([.,][0-9]{1,2})?"
        title={words.dollarsAndCentsSuch}
        required
        figures
        defaultValue={mostOf(drop)}
        hint={words.aboveThisTheAssistant}
        error={fields.max_total_minor}
      />
      <ModeChoice />
      <Wishes />
    </>
  )
}

function Send({ closed, busy }: { closed: boolean; busy: boolean }) {
  return (
    <div className="grid gap-3">
      <Button type="submit" tone={closed ? 'plain' : 'go'} size="large" busy={busy} className="w-full">
        {words.requestCheckout}
      </Button>
      <p className="text-sm text-muted">{closed ? words.theGateIsClosed : words.oneOrderPerDrop}</p>
    </div>
  )
}

/** Ask the assistant to walk the shop: size, the most to pay, mode, address. */
export function CheckoutForm({ drop, me, ...picked }: Picked & { drop: Drop; me: Member }) {
  const { send, checkout, code, codeError, error } = useSend(drop, me)
  const fields = error ? asProblem(error).fields : {}
  const closed = drop.gate?.open !== true
  return (
    <form onSubmit={send} className="grid gap-6">
      <SizeRun {...{ drop, ...picked }} error={fields.size} />
      <Terms drop={drop} closed={closed} fields={fields} />
      <ShipTo
        key={me.shipping_address ? 'saved' : 'new'}
        saved={me.shipping_address}
        folded={closed}
        errors={fields}
      />
      {me.email === null && !closed && <ShopEmail error={fields.email} />}
      {!closed && <SecurityCode input={code} error={codeError} />}
      {error !== undefined && error !== null && <ErrorNotice error={error} />}
      <Send closed={closed} busy={checkout.isPending} />
    </form>
  )
}
