'use client'
import Link from 'next/link'
import { useRestocks } from '../api/hooks.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { RestockCard } from './restock-card.tsx'

/** Every fresh restock, newest first, live. */
export function RestockList() {
  return (
    <Answer query={useRestocks()} waiting="Loading restocks">
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="No restocks yet today">
            <p>See a pair on a shelf? Be the first: a confirmed report earns 10 karma.</p>
            <Link href="/restocks/report" className={buttonClass('go')}>
              Report a restock
            </Link>
          </Empty>
        ) : (
          <ul className="grid gap-4">
            {items.map((restock) => (
              <RestockCard key={restock.id} restock={restock} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
