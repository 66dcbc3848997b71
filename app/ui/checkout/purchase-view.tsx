'use client'
import Link from 'next/link'
import { Suspense } from 'react'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import { usePurchase } from '../api/hooks.ts'
import { useDecide } from '../api/mutations.ts'
import { words } from '../messages/checkout/purchase-view.ts'
import { modeWords } from '../messages/en-checkout.ts'
import { moneyText } from '../messages/money.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { needed } from '../parts/needed.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { Now } from './now.tsx'
import { OutcomePanel } from './outcome-panel.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { StateMark } from './state-mark.tsx'
import { Timeline } from './timeline.tsx'
import { WordPanel } from './word-panel.tsx'

// Where the shop's page is the member's: most checkouts need no hand.
const LentPanel = needed(() => import('./lent/lent-panel.tsx').then((module) => module.LentPanel))

/** Before the review there is nothing to say yes to, but one may still leave the line. */
function Leave({ request }: { request: PurchaseRequest }) {
  const decide = useDecide(request.id)
  if (request.state !== 'queued' && request.state !== 'walking') return null
  return (
    <div className="grid gap-3 border border-rule bg-panel p-4">
      <p>{words.theAssistantIsOn}</p>
      {decide.error && <ErrorNotice error={decide.error} />}
      <Button className="justify-self-start" busy={decide.isPending} onClick={() => decide.mutate('cancel')}>
        {words.cancel}
      </Button>
    </div>
  )
}

function Head({ request }: { request: PurchaseRequest }) {
  return (
    <header className="grid justify-items-start gap-2 border-b border-rule pb-4 sm:gap-3">
      <p role="status">
        <StateMark state={request.state} />
      </p>
      <h1 className="poster text-3xl sm:text-6xl">{request.drop.title}</h1>
      <p className="figures text-sm text-muted">
        {words.us} {request.size} {words.atMost} {moneyText(request.max_total_minor, request.currency)}
        {modeWords[request.mode]} ·{' '}
        <Link href={`/drops/${request.drop.slug}`} className="underline underline-offset-4">
          {words.theDrop}
        </Link>
      </p>
    </header>
  )
}

/** One checkout, live: how it stands, what to decide, how it ended, every step. */
export function PurchaseView({ id }: { id: string }) {
  return (
    <Answer query={usePurchase(id)} waiting={words.loadingTheCheckout}>
      {(request) => (
        <article className="grid min-w-0 grid-cols-1 gap-6 wrap-anywhere">
          <Head request={request} />
          <Suspense>{request.live && <LentPanel request={request} live={request.live} />}</Suspense>
          <div className="grid items-start gap-8 md:grid-cols-2">
            <div className="grid min-w-0 grid-cols-1 gap-6">
              <Now request={request} />
              {request.outcome && <OutcomePanel outcome={request.outcome} />}
              {request.state === 'unknown' && <WordPanel request={request} />}
              {request.review && <ReviewPanel request={request} review={request.review} />}
              <Leave request={request} />
            </div>
            <Timeline request={request} />
          </div>
        </article>
      )}
    </Answer>
  )
}
