import Link from 'next/link'
import type { Trade } from '../../../core/trade/shape.ts'
import { stateWords, tradeWords } from '../messages/en-trades.ts'
import { Ago } from '../parts/ago.tsx'
import { OfferPairs } from './pairs.tsx'

/** What the two are called. */
export const namesOf = ({ maker, taker }: Trade) => ({
  maker: maker.username ?? tradeWords.left,
  taker: taker.username ?? tradeWords.left,
})

/** Whether the reader only gives, as in a leg of a ring of three. */
export const getsNothing = ({ mine, offers: [offer] }: Trade) =>
  offer !== undefined && mine !== null && offer[mine === 'maker' ? 'taker_gives' : 'maker_gives'].length === 0

/** One trade in a list. */
export function TradeRow({ trade }: { trade: Trade }) {
  const names = namesOf(trade)
  const [offer] = trade.offers
  return (
    <article className="grid gap-3 border border-rule p-4">
      <h2 className="heading text-xl">
        <Link href={`/trades/${trade.id}`} className="underline underline-offset-4">
          {names.maker} ⇄ {names.taker}
        </Link>
      </h2>
      <p className="flex flex-wrap gap-x-3">
        <span className="font-semibold">{stateWords[trade.state]}</span>
        {offer && offer.bond > 0 && (
          <span className="figures">
            {tradeWords.bondsAt} {offer.bond}
          </span>
        )}
        <Ago at={trade.created_at} />
      </p>
      {offer && <OfferPairs offer={offer} names={names} />}
    </article>
  )
}
