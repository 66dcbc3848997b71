'use client'
import Link from 'next/link'
import type { FormEvent } from 'react'
import type { Ring } from '../../../core/trade/ring.ts'
import { useWallets } from '../member/hooks.ts'
import {
  closetWords,
  conditionWords,
  ringStateHints,
  ringStateWords,
  ringWords,
  tradeWords,
} from '../messages/en-trades.ts'
import { words } from '../messages/trade/ring-view.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { WalletChoice } from './bond-fields.tsx'
import { useActOnRing, useRing } from './ring-hooks.ts'

/** Who gives what to whom, who is in, and what came of it. */
export function RingLegs({ legs }: Pick<Ring, 'legs'>) {
  return (
    <ol className="grid gap-3">
      {legs.map(({ from, to, sneaker, size, condition, joined, trade_id }, place) => (
        // The three places never change.
        // biome-ignore lint/suspicious/noArrayIndexKey: a ring's legs stay where they are
        <li key={place} className="grid gap-1 border-l-8 border-edge pl-3">
          <span className="wrap-anywhere">
            <span className="font-semibold">{from ?? tradeWords.left}</span> {closetWords.gives}{' '}
            <Link href={`/sneakers/${sneaker.id}`} className="underline underline-offset-4">
              {sneaker.brand} {sneaker.name}
            </Link>{' '}
            <span className="figures">{size}</span> {conditionWords[condition]} {closetWords.to}{' '}
            <span className="font-semibold">{to ?? tradeWords.left}</span>
          </span>
          <span className="text-sm text-muted">{joined ? `✓ ${ringWords.joined}` : ringWords.waiting}</span>
          {trade_id && (
            <Link href={`/trades/${trade_id}`} className={`${buttonClass('plain')} justify-self-start`}>
              {ringWords.trade}
            </Link>
          )}
        </li>
      ))}
    </ol>
  )
}

function Join({ ring, act }: { ring: Ring; act: ReturnType<typeof useActOnRing> }) {
  const wallets = useWallets().data?.items ?? []
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wallet = String(new FormData(event.currentTarget).get('wallet') ?? '')
    act.mutate({ act: 'join', ...(wallet ? { wallet } : {}) })
  }
  if (ring.bond > 0 && wallets.length === 0)
    return <p className="border-l-8 border-edge pl-3">{tradeWords.noWallet}</p>
  return (
    <form onSubmit={send} className="grid justify-items-start gap-3">
      {ring.bond > 0 && <WalletChoice />}
      <Button type="submit" tone="go" size="large" busy={act.isPending}>
        {ringWords.join}
      </Button>
    </form>
  )
}

function Acts({ ring }: { ring: Ring }) {
  const act = useActOnRing(ring.id)
  if (ring.may.length === 0) return null
  return (
    <div className="grid justify-items-start gap-4">
      {ring.may.includes('join') && <Join ring={ring} act={act} />}
      <Button busy={act.isPending} onClick={() => act.mutate({ act: 'call-off' })}>
        {ringWords.callOff}
      </Button>
      {act.error && <ErrorNotice error={act.error} />}
    </div>
  )
}

function Whole({ ring }: { ring: Ring }) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title={closetWords.ring}>{ringWords.what}</PageHead>
      <div role="status" className="grid gap-1 border border-l-8 border-rule p-4">
        <p className="heading text-xl">{ringStateWords[ring.state]}</p>
        <p className="text-muted">{ringStateHints[ring.state]}</p>
        {ring.bond > 0 && (
          <p>
            {ringWords.bond}: <span className="figures">{ring.bond}</span> {words.karma}
          </p>
        )}
        {ring.state === 'open' && (
          <p>
            {tradeWords.until} <Ago at={ring.answer_by} />
          </p>
        )}
      </div>
      <RingLegs legs={ring.legs} />
      <Acts ring={ring} />
    </div>
  )
}

/** One ring of three, and what its reader can do. */
export function RingView({ id }: { id: string }) {
  return (
    <Answer query={useRing(id)} waiting={ringWords.loading}>
      {(ring) => <Whole ring={ring} />}
    </Answer>
  )
}
