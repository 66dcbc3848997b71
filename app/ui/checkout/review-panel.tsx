'use client'
import type { PurchaseRequest, Review } from '../../../core/checkout/shape.ts'
import { useDecide } from '../api/mutations.ts'
import { words } from '../messages/checkout/review-panel.ts'
import { moneyText } from '../messages/money.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'

/** Shops write the total among the lines; here it has a row of its own. */
const isTotal = (label: string) => /^(order |grand )?total$/i.test(label.trim())

function Receipt({ review }: { review: Review }) {
  return (
    <dl className="figures grid gap-1.5 text-sm">
      <div className="flex justify-between gap-4">
        <dt>{words.size}</dt>
        <dd className="font-bold">
          {words.us} {review.size}
        </dd>
      </div>
      <div className="flex justify-between gap-4 border-b border-dashed border-edge pb-2">
        <dt>{words.quantity}</dt>
        <dd className="font-bold">{review.quantity}</dd>
      </div>
      {review.lines
        .filter(({ label }) => !isTotal(label))
        .map(({ label, minor }) => (
          <div key={label} className="flex justify-between gap-4">
            <dt>{label}</dt>
            <dd>{moneyText(minor, review.currency)}</dd>
          </div>
        ))}
      <div className="mt-1 flex items-baseline justify-between gap-4 border-t border-rule pt-2 text-2xl font-bold">
        <dt>{words.total}</dt>
        <dd>{moneyText(review.total_minor, review.currency)}</dd>
      </div>
    </dl>
  )
}

/** The moment before money: what the shop says it will charge, and one yes. */
export function ReviewPanel({ request, review }: { request: PurchaseRequest; review: Review }) {
  const decide = useDecide(request.id)
  const deciding = request.state === 'review'
  return (
    <section
      aria-labelledby="review"
      className={`ticker-in grid gap-4 p-4 sm:p-6 ${deciding ? 'border-2 border-fg dark:border-volt' : 'border border-rule'}`}
    >
      <div>
        <h2 id="review" className="poster text-2xl sm:text-3xl">
          {deciding ? words.yourCall : words.theBill}
        </h2>
        <p className="mt-2">{review.title}</p>
        <p className="text-sm text-muted">
          {words.asTheShopsOwn} {moneyText(request.max_total_minor, request.currency)}.
        </p>
      </div>
      <Receipt review={review} />
      {decide.error && <ErrorNotice error={decide.error} />}
      {deciding && (
        <div className="flex flex-wrap gap-2">
          <Button
            tone="go"
            size="large"
            className="grow-[99]"
            busy={decide.isPending && decide.variables !== 'cancel'}
            disabled={decide.isPending && decide.variables === 'cancel'}
            onClick={() => decide.mutate({ totalMinor: review.total_minor })}
          >
            {words.placeOrder} {moneyText(review.total_minor, review.currency)}
          </Button>
          <Button
            size="large"
            className="grow"
            busy={decide.isPending && decide.variables === 'cancel'}
            disabled={decide.isPending && decide.variables !== 'cancel'}
            onClick={() => decide.mutate('cancel')}
          >
            {words.cancel}
          </Button>
        </div>
      )}
    </section>
  )
}
