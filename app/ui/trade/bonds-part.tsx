'use client'
import Link from 'next/link'
import type { BondAct } from '../../../core/trade/acts.ts'
import type { Side } from '../../../core/trade/ruling.ts'
import type { Trade, TradeEscrowView } from '../../../core/trade/shape.ts'
import { useWallets } from '../member/hooks.ts'
import { actWords, tradeWords } from '../messages/en-trades.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/trade/bonds-part.ts'
import { buttonClass } from '../parts/button.tsx'
import { karmaText } from '../parts/karma.tsx'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { bondAct, escrowAct, walletOf } from './acts.ts'
import { getsNothing } from './trade-row.tsx'

const bondActs: readonly BondAct[] = ['bond', 'take-back', 'confirm', 'appeal', 'free']
const isBondAct = (act: string): act is BondAct => bondActs.some((each) => each === act)

type PressProps = { act: BondAct; trade: Trade; escrow: TradeEscrowView; wallet: string }

function verbOf({ act, trade, escrow }: PressProps): string {
  if (act === 'bond') return fill(words.ofKarma, { bond: actWords.bond, bond2: karmaText(escrow.bond) })
  return act === 'confirm' && getsNothing(trade) ? tradeWords.wentWell : actWords[act]
}

function Press(props: PressProps) {
  const { act, escrow, wallet } = props
  const underway = useOnTheWay(wallet).some(({ call }) => call.startsWith('trade_escrow.'))
  return (
    <ActButton
      {...{ verb: verbOf(props), from: wallet, underway }}
      tone={act === 'appeal' ? 'alarm' : act === 'bond' || act === 'confirm' ? 'go' : 'plain'}
      acts={[act === 'bond' ? bondAct(escrow) : escrowAct(act, escrow)]}
    />
  )
}

type ActsProps = { trade: Trade; escrow: TradeEscrowView; side: Side }

/** The contract takes a side's word from the wallet that it was agreed with, and from no other. */
function Acts({ trade, escrow, side }: ActsProps) {
  const wallets = useWallets().data?.items ?? []
  const acts = trade.may.filter(isBondAct)
  const wallet = walletOf(escrow, side, trade.offers[0]?.by ?? 'maker')
  if (acts.length === 0) return null
  if (!wallet || !wallets.some(({ address }) => address === wallet))
    return (
      <div className="grid justify-items-start gap-3">
        <p>{tradeWords.otherWallet}</p>
        <Link href="/me/wallets" className={buttonClass('plain')}>
          {tradeWords.link}
        </Link>
      </div>
    )
  return (
    <div className="grid gap-4">
      {acts.map((act) => (
        <Press key={act} {...{ act, trade, escrow, wallet }} />
      ))}
    </div>
  )
}

/** What both put up, by the mirror, and what the reader signs about it. */
export function BondsPart({ trade }: { trade: Trade }) {
  const { escrow, mine } = trade
  if (!escrow) return null
  return (
    <section aria-labelledby="bonds" className="grid gap-4 border border-rule p-4">
      <h2 id="bonds" className="heading text-2xl">
        {tradeWords.bondsAt}: <span className="figures">{karmaText(escrow.bond)}</span> {words.karma}
      </h2>
      {mine && <Acts {...{ trade, escrow, side: mine }} />}
      <details>
        <summary className="min-h-6 cursor-pointer text-sm font-semibold">{tradeWords.terms}</summary>
        <pre className="figures mt-2 text-xs wrap-anywhere whitespace-pre-wrap">{escrow.terms}</pre>
        <p className="figures text-xs wrap-anywhere text-muted">{escrow.terms_hash}</p>
      </details>
    </section>
  )
}
