import Link from 'next/link'
import type { TradeOffer } from '../../../core/trade/shape.ts'
import { conditionWords, tradeWords } from '../messages/en-trades.ts'

type Given = TradeOffer['maker_gives']

/** What one side gives. */
function PairList({ label, pairs }: { label: string; pairs: Given }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="text-sm font-semibold">{label}</h3>
      {pairs.length === 0 ? (
        <p className="text-muted">{tradeWords.nothing}</p>
      ) : (
        <ul className="grid gap-2">
          {pairs.map(({ sneaker, size, condition }, place) => (
            // One side may give two of the same.
            // biome-ignore lint/suspicious/noArrayIndexKey: an offer never changes
            <li key={place} className="flex flex-wrap items-baseline gap-x-2">
              <Link href={`/sneakers/${sneaker.id}`} className="font-semibold underline underline-offset-4">
                {sneaker.brand} {sneaker.name}
              </Link>
              <span className="text-muted">{sneaker.colorway}</span>
              <span className="figures">{size}</span>
              <span>{conditionWords[condition]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type Props = { offer: TradeOffer; names: { maker: string; taker: string } }

/** What changes hands by an offer, side by side. */
export function OfferPairs({ offer, names }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <PairList label={names.maker} pairs={offer.maker_gives} />
      <PairList label={names.taker} pairs={offer.taker_gives} />
    </div>
  )
}
