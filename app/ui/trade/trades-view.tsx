'use client'
import Link from 'next/link'
import { tradeWords } from '../messages/en-trades.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { More } from '../parts/more.tsx'
import { Empty } from '../parts/notice.tsx'
import { OnTheWay } from '../relay/on-the-way.tsx'
import { useDisputes, useTrades } from './hooks.ts'
import { RingsPart } from './rings-part.tsx'
import { TradeRow } from './trade-row.tsx'

function Nothing() {
  return (
    <Empty title={tradeWords.none}>
      <p>{tradeWords.noneFix}</p>
      <Link href="/me/closet" className={buttonClass('go')}>
        {tradeWords.closet}
      </Link>
    </Empty>
  )
}

function ToDecide() {
  const items = useDisputes().data?.items ?? []
  if (items.length === 0) return null
  return (
    <Link href="/trades/disputes" className={`${buttonClass('plain')} justify-self-start`}>
      {tradeWords.toDecide} ({items.length})
    </Link>
  )
}

/** One's own trades. */
export function TradesView() {
  const trades = useTrades()
  return (
    <div className="grid grid-cols-1 gap-6">
      <OnTheWay />
      <ToDecide />
      <RingsPart />
      <Answer query={trades} waiting={tradeWords.loading}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Nothing />
          return (
            <section aria-label={tradeWords.trades} className="grid grid-cols-1 gap-4">
              {items.map((trade) => (
                <TradeRow key={trade.id} trade={trade} />
              ))}
              <More pages={trades}>{tradeWords.more}</More>
            </section>
          )
        }}
      </Answer>
    </div>
  )
}
