'use client'
import Link from 'next/link'
import { useState } from 'react'
import { bestPass } from '../../../core/pass/offer.ts'
import type { Passes, PassWallet, Tier } from '../../../core/pass/shape.ts'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/pass/passes-view.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { OnTheWay } from '../relay/on-the-way.tsx'
import { Buy } from './buy.tsx'
import { usePasses } from './hooks.ts'
import { OwnPasses } from './own.tsx'
import { TierCard } from './tier-card.tsx'
import { Votes } from './vote.tsx'

/** Who pays unless the member says otherwise: the wallet with the pass, else the richest. */
function payer(wallets: readonly PassWallet[]): PassWallet | undefined {
  const richest = wallets.toSorted((one, other) => Number(BigInt(other.balance) - BigInt(one.balance)))[0]
  return bestPass(wallets) ?? richest
}

function Way({ href, name }: { href: string; name: string }) {
  return (
    <Link href={href} className={buttonClass('go')}>
      {name}
    </Link>
  )
}

/** What a reader can do about a tier: buy it, or first get what that takes. */
function Do({ tier, wallets }: { tier: Tier; wallets: readonly PassWallet[] }) {
  const { data: me } = useMe()
  const [chosen, setChosen] = useState<string>()
  const wallet = wallets.find((each) => each.wallet === chosen) ?? payer(wallets)
  if (!me) return <Way href="/sign-in?next=/passes" name={words.signInToBuy} />
  if (!wallet)
    return (
      <div className="grid justify-items-start gap-3">
        <p>{words.aPassLivesIn}</p>
        <Way href="/me/wallets" name={words.linkAWallet} />
      </div>
    )
  return <Buy tier={tier} wallets={wallets} wallet={wallet} onWallet={setChosen} />
}

function Tiers({ passes }: { passes: Passes }) {
  if (passes.tiers.length === 0)
    return (
      <Empty title={words.noTiersYet}>
        <p>{words.passesAreSoldOnce}</p>
      </Empty>
    )
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      {passes.tiers.map((tier) => (
        <TierCard key={tier.tier} tier={tier} lower={passes.tiers.filter((other) => other.tier < tier.tier)}>
          <Do tier={tier} wallets={passes.wallets} />
        </TierCard>
      ))}
    </div>
  )
}

/** Passes: one's own, what there is to buy, and whether one's vote counts. */
export function PassesView() {
  return (
    <Answer query={usePasses()} waiting={words.loadingPasses}>
      {(passes) => (
        <div className="grid grid-cols-1 gap-8">
          <OnTheWay />
          {passes.wallets.length > 0 && <OwnPasses wallets={passes.wallets} />}
          <Tiers passes={passes} />
          {passes.wallets.length > 0 && <Votes wallets={passes.wallets} />}
          <p className="text-sm text-muted">
            {words.asOfBlock} <span className="figures">{passes.block_number}</span>
            {words.snpdPaysTheGas}
          </p>
        </div>
      )}
    </Answer>
  )
}
