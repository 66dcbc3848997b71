'use client'
import type { Ledger } from '../../../core/ledger/shape.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/ledger/balance.ts'
import { Ago } from '../parts/ago.tsx'
import { Karma, karmaText } from '../parts/karma.tsx'
import { BalanceChart } from './chart.tsx'
import { movementsText } from './movements-text.ts'
import { VerifyButton } from './verify-button.tsx'

/** Whether all of the member's rows add up to what is shown, wallet by wallet. */
function Reconciled({ ledger }: { ledger: Ledger }) {
  const movements = ledger.wallets.reduce((sum, wallet) => sum + wallet.movements, 0)
  const off = ledger.wallets.filter(({ balance, sum }) => balance !== sum)
  if (off.length > 0)
    return (
      <p role="alert" className="border border-l-8 border-alarm p-3 font-semibold">
        {words.theMovementsBelowDo}
      </p>
    )
  return (
    <p className="text-sm text-muted">
      {movements === 0
        ? words.nothingHasMovedYet
        : fill(words.allOfAddUp, { movements: movementsText(movements) })}
      {words.reconcilesAtBlock} <span className="figures">{ledger.block_number}</span>
      {ledger.block_time && (
        <>
          , <Ago at={ledger.block_time} />
        </>
      )}
      .
    </p>
  )
}

/** What the member holds, how it came to be, and the way to check it. */
export function Balance({ ledger }: { ledger: Ledger }) {
  return (
    <section aria-label={words.balance} className="grid gap-4 border border-rule p-4 sm:p-6">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span
          key={ledger.balance}
          className="figures ticker-in text-6xl font-extrabold leading-none sm:text-8xl"
        >
          {karmaText(ledger.balance)}
        </span>
        <span className="heading text-2xl">{words.karma}</span>
      </p>
      <div className="grid gap-1">
        <p className="text-sm text-muted">
          <Karma wei={ledger.earned} /> {words.earnedInAllSpending}
        </p>
        <Reconciled ledger={ledger} />
      </div>
      <BalanceChart />
      <VerifyButton />
    </section>
  )
}
