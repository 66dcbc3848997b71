'use client'
import { tradeWords } from '../messages/en-trades.ts'
import { Answer } from '../parts/answer.tsx'
import { Empty } from '../parts/notice.tsx'
import { useDisputes } from './hooks.ts'
import { TradeRow } from './trade-row.tsx'

/** Disputes that the reader helps to decide. */
export function DisputesView() {
  return (
    <Answer query={useDisputes()} waiting={tradeWords.loading}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={tradeWords.noDisputes}>
            <p>{tradeWords.noDisputesFix}</p>
          </Empty>
        ) : (
          <section aria-label={tradeWords.disputes} className="grid grid-cols-1 gap-4">
            {items.map((trade) => (
              <TradeRow key={trade.id} trade={trade} />
            ))}
          </section>
        )
      }
    </Answer>
  )
}
