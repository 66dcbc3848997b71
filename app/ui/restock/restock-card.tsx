'use client'
import Link from 'next/link'
import { placeWords } from '../../../core/restock/place.ts'
import type { Restock } from '../../../core/restock/shape.ts'
import { plural } from '../messages/fill.ts'
import { moneyText } from '../messages/money.ts'
import { words } from '../messages/restock/restock-card.ts'
import { ReportThing } from '../moderation/report-thing.tsx'
import { Ago } from '../parts/ago.tsx'
import { SneakerArt } from '../sneaker/sneaker-art.tsx'
import { Confirm } from './confirm.tsx'
import { Dispute } from './dispute.tsx'
import { useFresh } from './fresh.ts'
import type { Heard } from './news.ts'
import { Photos } from './photos.tsx'
import { StandingMark, Worth } from './standing.tsx'

function Facts({ restock }: { restock: Restock }) {
  const { price_minor: price, currency, confirmations } = restock
  return (
    <dl className="figures flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <div>
        <dt className="sr-only">{words.usSize}</dt>
        <dd className="text-2xl font-bold leading-7">
          {restock.size && <span className="mr-1 text-xs font-medium text-muted">{words.us}</span>}
          {restock.size || words.oneSize}
        </dd>
      </div>
      {price !== null && currency !== null && (
        <div>
          <dt className="sr-only">{words.price}</dt>
          <dd className="text-2xl font-bold leading-7">{moneyText(price, currency)}</dd>
        </div>
      )}
      <div className="self-end">
        <dt className="sr-only">{words.confirmations}</dt>
        <dd className="text-muted">{plural(words.counted, confirmations)}</dd>
      </div>
    </dl>
  )
}

type Props = {
  restock: Restock
  /** How it came in on this page. */
  heard?: Heard | undefined
  /** On the pair's own page, which has its picture. */
  plain?: boolean
}

/** One pair seen on one shelf, or at one shop. */
export function RestockCard({ restock, heard, plain = false }: Props) {
  const { sneaker, store } = restock
  const title = `r-${restock.id}-title`
  return (
    <li
      id={`r-${restock.id}`}
      suppressHydrationWarning
      className={`grid border border-rule target:outline-2 target:outline-offset-2 target:outline-(--focus) ${plain ? '' : 'sm:grid-cols-[13rem_minmax(0,1fr)]'} ${useFresh(restock.timestamp) ? 'ticker-in' : ''}`}
    >
      {!plain && <SneakerArt sneaker={sneaker} className="h-36 w-full sm:h-full" />}
      <div
        className={`grid min-w-0 content-start gap-3 wrap-anywhere p-4 ${plain ? '' : 'border-t border-rule sm:border-l sm:border-t-0'}`}
      >
        <div className="flex items-center justify-between gap-3">
          <StandingMark restock={restock} />
          <Ago at={restock.timestamp} className="figures text-sm text-muted" />
        </div>
        <div>
          <h2 id={title} className="heading text-xl">
            <Link
              href={`/sneakers/${sneaker.id}`}
              prefetch={false}
              className={`underline-offset-4 hover:underline ${restock.ended_at ? 'line-through' : ''}`}
            >
              {sneaker.name}
            </Link>
          </h2>
          <p className="text-sm text-muted">
            {sneaker.colorway} <span className="figures">{sneaker.style_code}</span>
          </p>
        </div>
        <Facts restock={restock} />
        <Worth restock={restock} heard={heard} />
        <p className="text-sm">
          <span className="font-semibold">{placeWords(store)}</span>
          <span className="text-muted">
            {' '}
            {words.seenBy} {restock.reported_by?.username ?? words.theMonitor}
          </span>
        </p>
        {restock.evidence && (
          <p className="text-sm text-muted">
            {words.readOnItsPage} <span className="figures">{restock.evidence}</span>
          </p>
        )}
        <Photos restock={restock} />
        {restock.note && (
          <div className="grid justify-items-start gap-1 border-l-2 border-rule pl-3">
            <p className="text-sm">{restock.note}</p>
            {!restock.mine && <ReportThing kind="restock" id={restock.id} />}
          </div>
        )}
        <Confirm restock={restock} describedBy={title} />
        <Dispute restock={restock} />
      </div>
    </li>
  )
}
