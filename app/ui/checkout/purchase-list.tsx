'use client'
import Link from 'next/link'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import { usePurchases } from '../api/hooks.ts'
import { words } from '../messages/checkout/purchase-list.ts'
import { modeWords } from '../messages/en-checkout.ts'
import { moneyText } from '../messages/money.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { StateMark } from './state-mark.tsx'

function totalOf({ outcome, review, max_total_minor: max }: PurchaseRequest) {
  if (outcome?.kind === 'ordered' || outcome?.kind === 'dry-run')
    return { word: 'total', minor: outcome.total_minor }
  return review ? { word: 'total', minor: review.total_minor } : { word: words.atMost, minor: max }
}

function Row({ request }: { request: PurchaseRequest }) {
  const { word, minor } = totalOf(request)
  return (
    <li className="border border-rule">
      <Link
        href={`/checkouts/${request.id}`}
        className="grid gap-3 wrap-anywhere p-4 hover:bg-panel sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
      >
        <span className="grid justify-items-start gap-1.5">
          <StateMark state={request.state} />
          <span className="heading text-xl">{request.drop.title}</span>
          <span className="figures text-sm text-muted">
            {words.us} {request.size} · {word} {moneyText(minor, request.currency)}
            {modeWords[request.mode]}
          </span>
        </span>
        <span className="text-sm text-muted sm:text-right">
          {request.outcome?.kind === 'ordered' && request.outcome.number && (
            <span className="figures block text-lg font-bold text-fg">{request.outcome.number}</span>
          )}
          <Ago at={request.updated_at} />
        </span>
      </Link>
    </li>
  )
}

/** The member's checkouts, newest first. */
export function PurchaseList() {
  return (
    <Answer query={usePurchases()} waiting={words.loadingYourCheckouts}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={words.noCheckoutsYet}>
            <p>{words.pickADropAnd}</p>
            <Link href="/drops" className={buttonClass('go')}>
              {words.seeTheDrops}
            </Link>
          </Empty>
        ) : (
          <ul className="grid gap-3">
            {items.map((request) => (
              <Row key={request.id} request={request} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
