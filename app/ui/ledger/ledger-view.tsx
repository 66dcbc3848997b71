'use client'
import Link from 'next/link'
import { useLedger } from '../api/hooks.ts'
import { words } from '../messages/ledger/ledger-view.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { Awards } from './awards.tsx'
import { Balance } from './balance.tsx'
import { Movements } from './movements.tsx'

/** Every karma the member holds and where it came from, and every award that is not there. */
export function LedgerView() {
  return (
    <Answer query={useLedger()} waiting={words.loadingYourLedger}>
      {(ledger) => (
        <div className="grid grid-cols-1 gap-8">
          <Balance ledger={ledger} />
          <Awards of="open" title={words.onTheWay} />
          <Movements />
          <Awards of="ended" title={words.notPaid} />
          {ledger.entries.length + ledger.pending.length === 0 && (
            <Empty title={words.nothingEarnedYet}>
              <p>{words.reportARestockWhen}</p>
              <Link href="/restocks/report" className={buttonClass('go')}>
                {words.reportARestock}
              </Link>
            </Empty>
          )}
        </div>
      )}
    </Answer>
  )
}
