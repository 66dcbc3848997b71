'use client'
import { Suspense, useState } from 'react'
import type { TradeActInput } from '../../../core/trade/input.ts'
import type { Trade } from '../../../core/trade/shape.ts'
import { useWallets } from '../member/hooks.ts'
import { shortAddress } from '../member/short.ts'
import { actWords, tradeWords } from '../messages/en-trades.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/field.tsx'
import { needed } from '../parts/needed.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useAct } from './hooks.ts'

// Loaded by who wants something else.
const OfferForm = needed(() => import('./offer-form.tsx').then((module) => module.OfferForm))

type AnswerProps = {
  offer: Trade['offers'][number]
  busy: boolean
  onAct: (act: TradeActInput) => void
}

/** Yes; with a bond, from which wallet. */
function Accept({ offer: { no, bond }, busy, onAct }: AnswerProps) {
  const wallets = useWallets().data?.items ?? []
  const [chosen, setChosen] = useState('')
  const wallet = chosen || wallets[0]?.address
  if (bond > 0 && !wallet) return <p className="border-l-8 border-edge pl-3">{tradeWords.noWallet}</p>
  return (
    <div className="grid justify-items-start gap-3">
      {bond > 0 && wallets.length > 1 && (
        <Choice label={tradeWords.bondFrom} value={wallet} onChange={({ target }) => setChosen(target.value)}>
          {wallets.map(({ address }) => (
            <option key={address} value={address}>
              {shortAddress(address)}
            </option>
          ))}
        </Choice>
      )}
      <Button
        tone="go"
        size="large"
        busy={busy}
        onClick={() => onAct({ act: 'accept', offer: no, ...(bond > 0 && wallet ? { wallet } : {}) })}
      >
        {actWords.accept}
      </Button>
    </div>
  )
}

/** What the reader answers to the offer that stands. */
export function OfferPart({ trade }: { trade: Trade }) {
  const act = useAct(trade.id)
  const [countering, setCountering] = useState(false)
  const [offer] = trade.offers
  if (!offer) return null
  const { no } = offer
  const may = (which: Trade['may'][number]) => trade.may.includes(which)
  if (countering && may('counter'))
    return (
      <div className="grid gap-4">
        <Suspense>
          <OfferForm
            busy={act.isPending}
            error={act.error}
            onSend={(given) =>
              act.mutate(
                { act: 'counter', offer: no, with: given },
                { onSuccess: () => setCountering(false) },
              )
            }
          />
        </Suspense>
        <Button tone="quiet" className="justify-self-start" onClick={() => setCountering(false)}>
          {tradeWords.cancel}
        </Button>
      </div>
    )
  const end = (which: 'decline' | 'withdraw') =>
    may(which) && (
      <Button busy={act.isPending} onClick={() => act.mutate({ act: which, offer: no })}>
        {actWords[which]}
      </Button>
    )
  return (
    <div className="grid gap-4">
      {may('accept') && <Accept offer={offer} busy={act.isPending} onAct={(input) => act.mutate(input)} />}
      <div className="flex flex-wrap gap-3">
        {may('counter') && <Button onClick={() => setCountering(true)}>{actWords.counter}</Button>}
        {end('decline')}
        {end('withdraw')}
      </div>
      {act.error && <ErrorNotice error={act.error} />}
    </div>
  )
}
