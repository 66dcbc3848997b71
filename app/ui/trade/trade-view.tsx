'use client'
import { Suspense } from 'react'
import type { Trade } from '../../../core/trade/shape.ts'
import { isTradeEnd } from '../../../core/trade/states.ts'
import { stateHints, stateWords, tradeWords } from '../messages/en-trades.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { needed } from '../parts/needed.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { BondsPart } from './bonds-part.tsx'
import { HappenedPart } from './happened-part.tsx'
import { useTrade } from './hooks.ts'
import { OfferPart } from './offer-part.tsx'
import { OfferPairs } from './pairs.tsx'
import { PartyPanel } from './party.tsx'
import { namesOf } from './trade-row.tsx'

// Most trades have none.
const DisputePart = needed(() => import('./dispute-part.tsx').then((module) => module.DisputePart))

/** Until when something has to happen; null: nothing has to. */
function deadlineOf({ state, offers: [offer], escrow, confirm_by }: Trade): string | null {
  if (isTradeEnd(state) || state === 'disputed') return null
  if (state === 'offered') return offer?.answer_by ?? null
  return state === 'bonding' ? (escrow?.accept_by ?? null) : confirm_by
}

function State({ trade }: { trade: Trade }) {
  const deadline = deadlineOf(trade)
  return (
    <div role="status" className="grid gap-1 border border-l-8 border-rule p-4">
      <p className="heading text-xl">{stateWords[trade.state]}</p>
      <p className="text-muted">{stateHints[trade.state]}</p>
      {deadline && (
        <p>
          {tradeWords.until} <Ago at={deadline} />
        </p>
      )}
    </div>
  )
}

function Offers({ trade }: { trade: Trade }) {
  const [offer, ...earlier] = trade.offers
  const names = namesOf(trade)
  if (!offer) return null
  return (
    <section aria-label={tradeWords.gives} className="grid gap-4">
      <OfferPairs offer={offer} names={names} />
      {offer.note && (
        <p dir="auto" className="wrap-anywhere whitespace-pre-line">
          {names[offer.by]}: {offer.note}
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer font-semibold">{tradeWords.offers}</summary>
          <ul className="mt-3 grid gap-4">
            {earlier.map((each) => (
              <li key={each.no} className="border-t border-soft pt-3">
                <OfferPairs offer={each} names={names} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Whole({ trade }: { trade: Trade }) {
  const names = namesOf(trade)
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title={tradeWords.one}>
        {names.maker} ⇄ {names.taker}
      </PageHead>
      <State trade={trade} />
      <Offers trade={trade} />
      <OfferPart trade={trade} />
      <BondsPart trade={trade} />
      <Suspense>{(trade.dispute || trade.ruling) && <DisputePart trade={trade} />}</Suspense>
      <HappenedPart trade={trade} />
      <div className="grid gap-4 sm:grid-cols-2">
        <PartyPanel party={trade.maker} label={tradeWords.maker} />
        <PartyPanel party={trade.taker} label={tradeWords.taker} />
      </div>
    </div>
  )
}

/** One trade, whole, and what its reader can do. */
export function TradeView({ id }: { id: string }) {
  return (
    <Answer query={useTrade(id)} waiting={tradeWords.loadingOne}>
      {(trade) => <Whole trade={trade} />}
    </Answer>
  )
}
