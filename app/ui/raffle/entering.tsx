'use client'
import Link from 'next/link'
import { useState } from 'react'
import { bestPass } from '../../../core/pass/offer.ts'
import type { PassWallet } from '../../../core/pass/shape.ts'
import { entryOffer } from '../../../core/raffle/offer.ts'
import type { Raffle } from '../../../core/raffle/shape.ts'
import { shortAddress } from '../member/short.ts'
import { raffleWords } from '../messages/en-raffles.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/raffle/enter.ts'
import { buttonClass } from '../parts/button.tsx'
import { Choice } from '../parts/field.tsx'
import { karmaText } from '../parts/karma.tsx'
import { voteAct } from '../pass/acts.ts'
import { usePasses } from '../pass/hooks.ts'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { enterAct } from './acts.ts'

/** Who pays unless the member says otherwise: a wallet that can, else the one with the pass, else any. */
function payer(raffle: Raffle, wallets: readonly PassWallet[]): PassWallet | undefined {
  return wallets.find((each) => entryOffer(raffle, each).kind === 'enter') ?? bestPass(wallets) ?? wallets[0]
}

const ways = () =>
  ({ pass: ['/passes', words.lookAtThePasses], karma: ['/karma', words.howKarmaIsEarned] }) as const

function Why({ reason, needs }: { reason: string; needs?: 'pass' | 'karma' | undefined }) {
  const [href, name] = needs ? ways()[needs] : []
  return (
    <div className="grid justify-items-start gap-3">
      <p lang="en" className="border-l-8 border-edge pl-3">
        {reason}
      </p>
      {href && (
        <Link href={href} className={buttonClass('plain')}>
          {name}
        </Link>
      )}
    </div>
  )
}

/** The one press; the first entry comes with the offer to switch the vote on. */
function Press({ raffle, wallet }: { raffle: Raffle; wallet: PassWallet }) {
  const [votes, setVotes] = useState(true)
  const underway = useOnTheWay(wallet.wallet).some(({ call }) => call.startsWith('raffle.enter'))
  const offer = entryOffer(raffle, wallet)
  const offersVote = offer.kind === 'enter' && wallet.votes_with === null && BigInt(wallet.earned) > 0n
  return (
    <>
      {offersVote && (
        <label className="flex min-h-11 items-center gap-3 text-sm">
          <input
            type="checkbox"
            checked={votes}
            onChange={(event) => setVotes(event.currentTarget.checked)}
            className="size-5 accent-fg"
          />
          <span>{words.switchMyVoteOn}</span>
        </label>
      )}
      <ActButton
        verb={fill(words.forKarma, { enter: raffleWords.enter, price: karmaText(raffle.price) })}
        from={wallet.wallet}
        acts={[enterAct(raffle), ...(offersVote && votes ? [voteAct(wallet.wallet)] : [])]}
        underway={underway}
        instead={
          offer.kind === 'enter' ? undefined : offer.kind === 'in' ? (
            <p className="border-l-8 border-edge pl-3">{words.youAreInEveryone}</p>
          ) : (
            <Why reason={offer.reason} needs={offer.needs} />
          )
        }
      />
    </>
  )
}

/** Of a member: which wallet pays, and the verb or what would make it a yes. */
export function Entering({ raffle }: { raffle: Raffle }) {
  const { data: passes } = usePasses()
  const [chosen, setChosen] = useState<string>()
  const wallets = passes?.wallets ?? []
  const held = wallets.find((each) => raffle.mine.some(({ wallet }) => wallet === each.wallet))
  const wallet = held ?? wallets.find((each) => each.wallet === chosen) ?? payer(raffle, wallets)
  if (!wallet)
    return (
      <div className="grid justify-items-start gap-3">
        <p>{words.aTicketLivesIn}</p>
        <Link href="/me/wallets" className={buttonClass('go')}>
          {words.linkAWallet}
        </Link>
      </div>
    )
  return (
    <div className="grid gap-4">
      {!held && wallets.length > 1 && (
        <Choice
          label={words.payFrom}
          hint={words.oneTicketIsYours}
          value={wallet.wallet}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {wallets.map(({ wallet: address, balance }) => (
            <option key={address} value={address}>
              {shortAddress(address)}, {karmaText(balance)} {words.karma}
            </option>
          ))}
        </Choice>
      )}
      <Press raffle={raffle} wallet={wallet} />
    </div>
  )
}
