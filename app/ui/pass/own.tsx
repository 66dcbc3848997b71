'use client'
import { useState } from 'react'
import type { PassWallet } from '../../../core/pass/shape.ts'
import { shortAddress } from '../member/short.ts'
import { words } from '../messages/pass/own.ts'
import { Ago } from '../parts/ago.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { cancelAct } from './acts.ts'

/** Asked twice: the karma that paid for it has burned. */
function Cancel({ wallet }: { wallet: PassWallet }) {
  const [asked, setAsked] = useState(false)
  const underway = useOnTheWay(wallet.wallet).some(({ call }) => call.startsWith('access_pass.'))
  if (!asked)
    return (
      <Button tone="quiet" className="justify-self-start" onClick={() => setAsked(true)}>
        {words.endItEarly}
      </Button>
    )
  return (
    <div className="grid gap-3 border-l-8 border-alarm bg-bg p-4">
      <p className="text-sm">{words.itEndsAtOnce}</p>
      <div className="flex flex-wrap items-start gap-3">
        <ActButton
          verb={words.endThePass}
          tone="alarm"
          from={wallet.wallet}
          acts={[cancelAct(wallet.wallet)]}
          underway={underway}
        />
        <Button tone="quiet" className="min-h-14" onClick={() => setAsked(false)}>
          {words.keepIt}
        </Button>
      </div>
    </div>
  )
}

function State({ pass }: { pass: NonNullable<PassWallet['pass']> }) {
  if (pass.state === 'active') return <Mark tone="live">{words.active}</Mark>
  return <Mark tone="alarm">{pass.state === 'expired' ? words.ended : words.cancelled}</Mark>
}

function Until({ pass }: { pass: NonNullable<PassWallet['pass']> }) {
  if (pass.expires_at === null) return <p>{words.youEndedThisPass}</p>
  return (
    <p>
      {pass.state === 'active' ? words.runsUntil : words.ranUntil}
      <span className="figures font-semibold">{pass.expires_at.slice(0, 16).replace('T', ', ')} UTC</span> (
      <Ago at={pass.expires_at} />)
    </p>
  )
}

function OnePass({ wallet, several }: { wallet: PassWallet; several: boolean }) {
  const { pass } = wallet
  if (!pass) return null
  return (
    <li className="grid gap-3 border border-rule bg-panel p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="poster text-3xl">
          {words.tier} {pass.tier}
        </h3>
        <State pass={pass} />
      </div>
      <Until pass={pass} />
      {several && (
        <p className="figures text-sm text-muted">
          {words.ofWallet} {shortAddress(wallet.wallet)}
          {words.forGood}
        </p>
      )}
      {pass.state === 'active' && <Cancel wallet={wallet} />}
    </li>
  )
}

/** The member's passes: one a wallet at most. */
export function OwnPasses({ wallets }: { wallets: readonly PassWallet[] }) {
  const held = wallets.filter(({ pass }) => pass !== null)
  return (
    <section aria-labelledby="own" className="grid gap-3">
      <h2 id="own" className="heading text-2xl">
        {words.yourPass}
      </h2>
      {held.length === 0 ? (
        <p>{words.youHaveNoPass}</p>
      ) : (
        <ul className="grid gap-3">
          {held.map((wallet) => (
            <OnePass key={wallet.wallet} wallet={wallet} several={wallets.length > 1} />
          ))}
        </ul>
      )}
    </section>
  )
}
