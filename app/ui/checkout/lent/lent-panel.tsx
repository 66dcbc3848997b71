'use client'
import { useState } from 'react'
import type { LentPage } from '../../../../core/checkout/lent.ts'
import type { PurchaseRequest } from '../../../../core/checkout/shape.ts'
import { useDecide, useGiveBack } from '../../api/mutations.ts'
import { words } from '../../messages/checkout/lent-panel.ts'
import { lentWords } from '../../messages/en-checkout.ts'
import { useSecond } from '../../parts/ago.tsx'
import { Button } from '../../parts/button.tsx'
import { ErrorNotice } from '../../parts/notice.tsx'
import { Surface } from './surface.tsx'

/** Minutes and seconds that are left. */
function Left({ until }: { until: string }) {
  const left = Math.max(0, Math.floor(Date.parse(until) / 1000) - useSecond())
  const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <span className="figures font-bold" suppressHydrationWarning>
      {text}
    </span>
  )
}

/** How the page is given back. Past the fence only the shop can say what came of it. */
function Actions({ request }: { request: PurchaseRequest }) {
  const back = useGiveBack(request.id)
  const decide = useDecide(request.id)
  const behind = request.state === 'submitting'
  const busy = back.isPending || decide.isPending
  const error = back.error ?? decide.error
  return (
    <div className="grid gap-3">
      {error && <ErrorNotice error={error} />}
      <div className="flex flex-wrap gap-2">
        {!behind && (
          <Button tone="go" size="large" busy={busy} onClick={() => back.mutate('go-on')}>
            {words.doneYouGoOn}
          </Button>
        )}
        <Button
          size="large"
          tone={behind ? 'go' : 'plain'}
          busy={busy}
          onClick={() => back.mutate('ordered')}
        >
          {behind ? words.iAmThroughHere : words.iPlacedTheOrder}
        </Button>
        {!behind && (
          <Button size="large" busy={busy} onClick={() => decide.mutate('cancel')}>
            {words.stop}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The worker's own page at the shop, in the member's hands. */
export function LentPanel({ request, live }: { request: PurchaseRequest; live: LentPage }) {
  const [isTaken, take] = useState(false)
  return (
    <section
      aria-labelledby="lent"
      className="ticker-in grid min-w-0 gap-4 border-2 border-fg p-4 sm:p-6 dark:border-volt"
    >
      <div className="grid gap-2">
        <h2 id="lent" className="poster text-2xl sm:text-3xl">
          {words.yourHandsPlease}
        </h2>
        <p className="font-semibold">{lentWords[live.reason]}</p>
        <p className="text-muted">{live.detail}</p>
        <p className="text-sm">
          {words.thePageStaysOpen} <Left until={live.until} /> {words.moreWhileItIs}
        </p>
      </div>
      {isTaken ? (
        <>
          <Surface requestId={request.id} />
          <Actions request={request} />
        </>
      ) : (
        <Button tone="go" size="large" className="justify-self-start" onClick={() => take(true)}>
          {words.takeThePage}
        </Button>
      )}
    </section>
  )
}
