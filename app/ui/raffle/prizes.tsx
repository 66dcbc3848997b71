'use client'
import Link from 'next/link'
import type { OwnPrize, Raffle } from '../../../core/raffle/shape.ts'
import { useMe } from '../api/hooks.ts'
import { prizeWords } from '../messages/en-raffles.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/raffle/prizes.ts'
import { Answer } from '../parts/answer.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { claimAct } from './acts.ts'
import { useOwnPrizes, usePrizeStep } from './hooks.ts'

/** Whereto: the address that SNPD keeps. It is shown before it is given to anyone. */
function Whereto({ id, place }: { id: string; place: number }) {
  const { data: me } = useMe()
  const ask = usePrizeStep(id, '')
  const address = me?.shipping_address
  if (!address)
    return (
      <div className="grid justify-items-start gap-3">
        <p>{words.snpdDoesNotKnow}</p>
        <Link href="/me/address" className={buttonClass('go')}>
          {words.keepAnAddress}
        </Link>
      </div>
    )
  const { name, street, city, state, zip_code, country } = address
  return (
    <div className="grid justify-items-start gap-3">
      <p className="wrap-anywhere">
        {words.to} {name}, {street}, {city}, {state} {zip_code}, {country}.{' '}
        <Link href="/me/address" className="underline underline-offset-4">
          {words.anotherAddress}
        </Link>
      </p>
      {ask.error && <ErrorNotice error={ask.error} />}
      <Button tone="go" busy={ask.isPending} onClick={() => ask.mutate(place)}>
        {words.sendItThere}
      </Button>
    </div>
  )
}

function Received({ id, place }: { id: string; place: number }) {
  const received = usePrizeStep(id, '/received')
  return (
    <div className="grid justify-items-start gap-3">
      {received.error && <ErrorNotice error={received.error} />}
      <Button busy={received.isPending} onClick={() => received.mutate(place)}>
        {words.itArrived}
      </Button>
    </div>
  )
}

type OneProps = { id: string; prize: OwnPrize; ticket: Raffle['mine'][number] }

function One({ id, prize, ticket }: OneProps) {
  const { place, state, tracking } = prize
  const underway = useOnTheWay(ticket.wallet).some(({ call }) => call === 'raffle.claim')
  return (
    <li className="grid gap-4 border-2 border-fg p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="heading text-xl wrap-anywhere">
          {prize.prize ?? fill(words.prize, { value: place + 1 })}
        </h3>
        <Mark tone={state === 'waiting' ? 'live' : 'plain'}>{prizeWords[state]}</Mark>
      </div>
      {!ticket.claimed && (
        <div className="grid gap-3">
          <p>{words.claimItWithThe}</p>
          <ActButton
            verb={words.claimIt}
            from={ticket.wallet}
            acts={[claimAct(id, place)]}
            underway={underway}
          />
        </div>
      )}
      {state === 'waiting' && <Whereto id={id} place={place} />}
      {state === 'asked' && <p>{ticket.claimed ? words.whoeverSendsItHas : words.yourAddressIsShown}</p>}
      {state === 'sent' && tracking && (
        <p className="figures wrap-anywhere">
          {words.parcel} {tracking}
        </p>
      )}
      {state === 'sent' && <Received id={id} place={place} />}
    </li>
  )
}

/** What the reader won, and how it gets to them. */
export function Prizes({ raffle: { id, mine } }: { raffle: Raffle }) {
  const winning = mine.filter(({ place }) => place !== null)
  if (winning.length === 0) return null
  return <Own id={id} winning={winning} />
}

function Own({ id, winning }: { id: string; winning: Raffle['mine'] }) {
  return (
    <section aria-labelledby="prizes" className="grid gap-3">
      <h2 id="prizes" className="heading text-2xl">
        {words.youWon}
      </h2>
      <Answer query={useOwnPrizes(id)} waiting={words.loadingYourPrizes}>
        {({ items }) => (
          <ul className="grid gap-3">
            {items.flatMap((prize) => {
              const ticket = winning.find(({ place }) => place === prize.place)
              return ticket ? [<One key={prize.place} id={id} prize={prize} ticket={ticket} />] : []
            })}
          </ul>
        )}
      </Answer>
    </section>
  )
}
