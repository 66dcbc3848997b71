'use client'
import { type FormEvent, useState } from 'react'
import { MOST_TRACKING } from '../../../core/raffle/limits.ts'
import type { OperatorPrize } from '../../../core/raffle/shape.ts'
import { shortAddress } from '../member/short.ts'
import { prizeWords } from '../messages/en-raffles.ts'
import { words } from '../messages/raffle/parcels.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useSendPrize, useWinners } from './hooks.ts'

function SendForm({ id, place }: { id: string; place: number }) {
  const send = useSendPrize(id)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const tracking = String(new FormData(event.currentTarget).get('tracking') ?? '').trim()
    send.mutate({ place, tracking })
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field label={words.parcelNumberIfThere} name="tracking" maxLength={MOST_TRACKING} />
      {send.error && <ErrorNotice error={send.error} />}
      <Button type="submit" busy={send.isPending} className="justify-self-start">
        {words.itLeft}
      </Button>
    </form>
  )
}

function Whereto({ address, claimed }: Pick<OperatorPrize, 'address' | 'claimed'>) {
  if (!claimed) return <p className="text-sm text-muted">{words.notClaimedOnChain}</p>
  if (!address) return <p className="text-sm text-muted">{words.claimedItsWinnerHas}</p>
  const { name, street, city, state, zip_code, country } = address
  return (
    <address className="not-italic wrap-anywhere">
      {name}, {street}, {city}, {state} {zip_code}, {country}
    </address>
  )
}

function One({ id, prize }: { id: string; prize: OperatorPrize }) {
  const { place, state, wallet, username, tracking } = prize
  return (
    <li className="grid gap-3 border-t border-soft pt-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="wrap-anywhere">
          <span className="figures">{place + 1}.</span> {prize.prize}, {username ?? shortAddress(wallet)}
        </span>
        <Mark>{prizeWords[state]}</Mark>
      </p>
      <Whereto {...prize} />
      {tracking && <p className="figures text-sm">{tracking}</p>}
      {state === 'asked' && prize.claimed && <SendForm id={id} place={place} />}
    </li>
  )
}

/** Where the prizes of a drawn raffle go; read only when asked for. */
export function Parcels({ id }: { id: string }) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button className="justify-self-start" onClick={() => setOpen(true)}>
        {words.sendThePrizes}
      </Button>
    )
  return <Opened id={id} />
}

function Opened({ id }: { id: string }) {
  return (
    <Answer query={useWinners(id)} waiting={words.loadingWinners}>
      {({ items }) => (
        <ul className="grid gap-3">
          {items.map((prize) => (
            <One key={prize.place} id={id} prize={prize} />
          ))}
        </ul>
      )}
    </Answer>
  )
}
