'use client'
import type { PassWallet } from '../../../core/pass/shape.ts'
import { shortAddress } from '../member/short.ts'
import { words } from '../messages/pass/vote.ts'
import { Karma } from '../parts/karma.tsx'
import { Mark } from '../parts/mark.tsx'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { voteAct } from './acts.ts'

const isOn = ({ wallet, votes_with }: PassWallet) => votes_with === wallet

function Standing({ wallet }: { wallet: PassWallet }) {
  const { votes_with, earned } = wallet
  if (isOn(wallet))
    return (
      <p>
        {words.the} <Karma wei={earned} /> {words.thisWalletHasEarned}
      </p>
    )
  if (votes_with !== null)
    return (
      <p>
        {words.the} <Karma wei={earned} /> {words.thisWalletHasEarned2}{' '}
        <span className="figures">{shortAddress(votes_with)}</span>
        {words.youCanTakeThem}
      </p>
    )
  return (
    <p>
      {words.the} <Karma wei={earned} /> {words.thisWalletHasEarned3}
    </p>
  )
}

function OneVote({ wallet, several }: { wallet: PassWallet; several: boolean }) {
  const { votes_with } = wallet
  const underway = useOnTheWay(wallet.wallet).some(({ call }) => call === 'karma.delegate')
  return (
    <li className="grid gap-3 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="heading text-lg">{several ? shortAddress(wallet.wallet) : words.whatYouHaveEarned}</h3>
        {isOn(wallet) ? (
          <Mark tone="live">{words.on}</Mark>
        ) : (
          <Mark>{votes_with === null ? words.off : words.withAnother}</Mark>
        )}
      </div>
      <Standing wallet={wallet} />
      {!isOn(wallet) && (
        <ActButton
          verb={votes_with === null ? words.switchMyVoteOn : words.takeMyVoteBack}
          tone="plain"
          from={wallet.wallet}
          acts={[voteAct(wallet.wallet)]}
          underway={underway}
        />
      )}
    </li>
  )
}

/** Whether the member's vote counts, wallet by wallet, and the one signature that switches it on. */
export function Votes({ wallets }: { wallets: readonly PassWallet[] }) {
  return (
    <section aria-labelledby="vote" className="grid gap-3">
      <h2 id="vote" className="heading text-2xl">
        {words.yourVote}
      </h2>
      <ul className="grid gap-3">
        {wallets.map((wallet) => (
          <OneVote key={wallet.wallet} wallet={wallet} several={wallets.length > 1} />
        ))}
      </ul>
    </section>
  )
}
