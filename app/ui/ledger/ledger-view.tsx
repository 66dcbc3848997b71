'use client'
import Link from 'next/link'
import { useLedger } from '../api/hooks.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { Awards } from './awards.tsx'
import { Balance } from './balance.tsx'
import { Movements } from './movements.tsx'

/** Every karma the member holds and where it came from, and every award that is not there. */
export function LedgerView() {
  return (
    <Answer query={useLedger()} waiting="Loading your ledger">
      {(ledger) => (
        <div className="grid grid-cols-1 gap-8">
          <Balance ledger={ledger} />
          <Awards of="open" title="On the way" />
          <Movements />
          <Awards of="ended" title="Not paid" />
          {ledger.entries.length + ledger.pending.length === 0 && (
            <Empty title="Nothing earned yet">
              <p>Report a restock. When another member confirms it, 10 karma are minted to your wallet.</p>
              <Link href="/restocks/report" className={buttonClass('go')}>
                Report a restock
              </Link>
            </Empty>
          )}
        </div>
      )}
    </Answer>
  )
}
