'use client'
import Link from 'next/link'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import type { Drop } from '../../../core/drop/shape.ts'
import { usePurchases } from '../api/hooks.ts'
import { isOver } from '../checkout/progress.ts'
import { StateMark } from '../checkout/state-mark.tsx'
import { words } from '../messages/drop/standing.ts'

/** The checkout that matters here: the order, else the one that runs, else one that may be an order. */
function theOne(items: readonly PurchaseRequest[]): PurchaseRequest | undefined {
  return (
    items.find(({ state }) => state === 'ordered') ??
    items.find(({ state }) => !isOver(state)) ??
    items.find(({ state }) => state === 'unknown')
  )
}

/** How this member already stands with the drop, before another request is made in vain. */
export function Standing({ drop }: { drop: Drop }) {
  const { data } = usePurchases()
  const request = theOne((data?.items ?? []).filter(({ drop_id }) => drop_id === drop.id))
  if (!request) return null
  return (
    <Link
      href={`/checkouts/${request.id}`}
      className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 border border-rule p-4 hover:bg-panel"
    >
      <StateMark state={request.state} />
      <span className="text-sm font-semibold underline underline-offset-4">
        {words.yourCheckoutUs} {request.size}
      </span>
    </Link>
  )
}
