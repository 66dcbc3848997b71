'use client'
import { type ReactNode, useState } from 'react'
import { MOST_PERIODS, offerOf, priceOf } from '../../../core/pass/offer.ts'
import type { PassWallet, Tier } from '../../../core/pass/shape.ts'
import { shortAddress } from '../member/short.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/pass/buy.ts'
import { periodText } from '../messages/units.ts'
import { Choice } from '../parts/field.tsx'
import { karmaText } from '../parts/karma.tsx'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { buyAct, voteAct } from './acts.ts'

const PERIODS = [1, 2, 3, 6, MOST_PERIODS]

type Props = {
  tier: Tier
  wallets: readonly PassWallet[]
  /** Which of the member's wallets pays, and gets the pass. */
  wallet: PassWallet
  onWallet: (address: string) => void
}

/** Text and a box: a native checkbox, large enough for a thumb. */
function Tick({
  children,
  ...box
}: {
  children: ReactNode
  checked: boolean
  onTick: (on: boolean) => void
}) {
  return (
    <label className="flex min-h-11 items-center gap-3 text-sm">
      <input
        type="checkbox"
        checked={box.checked}
        onChange={(event) => box.onTick(event.currentTarget.checked)}
        className="size-5 accent-fg"
      />
      <span>{children}</span>
    </label>
  )
}

function PayFrom({ wallets, wallet, onWallet }: Omit<Props, 'tier'>) {
  if (wallets.length < 2) return null
  return (
    <Choice
      label={words.payFrom}
      hint={words.thePassIsBound}
      value={wallet.wallet}
      onChange={(event) => onWallet(event.currentTarget.value)}
    >
      {wallets.map(({ wallet: address, balance }) => (
        <option key={address} value={address}>
          {shortAddress(address)}, {karmaText(balance)} {words.karma}
        </option>
      ))}
    </Choice>
  )
}

type Terms = { tier: Tier; wallet: PassWallet; periods: number }

/** The verb, or why not. A first pass comes with the offer to switch the vote on. */
function Pay({ tier, wallet, periods }: Terms) {
  const [votes, setVotes] = useState(true)
  const underway = useOnTheWay(wallet.wallet).some(({ call }) => call.startsWith('access_pass.'))
  const offer = offerOf(tier, wallet, periods)
  const offersVote = offer.kind === 'buy' && wallet.pass === null && wallet.votes_with === null
  const price = karmaText(String(priceOf(tier, periods)))
  return (
    <>
      {offer.kind === 'buy' && offer.replaces !== null && (
        <p className="text-sm">
          {words.itStartsAtOnce} {offer.replaces} {words.passWhateverIsLeft}
        </p>
      )}
      {offersVote && (
        <Tick checked={votes} onTick={setVotes}>
          {words.switchMyVoteOn}
        </Tick>
      )}
      <ActButton
        verb={fill(words.forKarma, { value: offer.kind === 'renew' ? words.renew : words.buy, price })}
        from={wallet.wallet}
        acts={[buyAct(tier, periods), ...(offersVote && votes ? [voteAct(wallet.wallet)] : [])]}
        underway={underway}
        instead={
          offer.kind === 'no' && (
            <p lang="en" className="border-l-8 border-edge pl-3">
              {offer.reason}
            </p>
          )
        }
      />
    </>
  )
}

/** Buys or renews one tier. */
export function Buy({ tier, ...from }: Props) {
  const [periods, setPeriods] = useState(1)
  const choice = offerOf(tier, from.wallet, 1).kind !== 'no'
  if (tier.period === 0) return <p className="border-l-8 border-edge pl-3">{words.closedItCannotBe}</p>
  return (
    <div className="grid gap-4">
      <PayFrom {...from} />
      {choice && (
        <Choice
          label={words.forHowLong}
          value={periods}
          onChange={(event) => setPeriods(Number(event.currentTarget.value))}
        >
          {PERIODS.map((count) => (
            <option key={count} value={count}>
              {periodText(count * tier.period)}, {karmaText(String(priceOf(tier, count)))} {words.karma}
            </option>
          ))}
        </Choice>
      )}
      <Pay tier={tier} wallet={from.wallet} periods={choice ? periods : 1} />
    </div>
  )
}
