'use client'
import Link from 'next/link'
import type { Ledger, LedgerEntry } from '../../../core/ledger/shape.ts'
import { useLedger } from '../api/hooks.ts'
import { ruleWords } from '../messages/en.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Karma, karmaText } from '../parts/karma.tsx'
import { Empty } from '../parts/notice.tsx'
import { BalanceChart } from './chart.tsx'
import { Pending } from './pending.tsx'
import { VerifyButton } from './verify-button.tsx'

function Balance({ ledger }: { ledger: Ledger }) {
  return (
    <section aria-label="Balance" className="grid gap-4 border border-rule p-4 sm:p-6">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span
          key={ledger.balance}
          className="figures ticker-in text-6xl font-extrabold leading-none sm:text-8xl"
        >
          {karmaText(ledger.balance)}
        </span>
        <span className="heading text-2xl">karma</span>
      </p>
      <p className="text-sm text-muted">
        <Karma wei={ledger.earned} /> earned in all · as of block{' '}
        <span className="figures">{ledger.block_number}</span>
        {ledger.block_time && (
          <>
            , <Ago at={ledger.block_time} />
          </>
        )}
      </p>
      <BalanceChart ledger={ledger} />
      <VerifyButton ledger={ledger} />
    </section>
  )
}

const short = (hash: string) => `${hash.slice(0, 8)}…${hash.slice(-6)}`

function whatOf(entry: LedgerEntry): string {
  if (entry.rule) return ruleWords(entry.rule)
  return entry.value.startsWith('-')
    ? `Sent to ${short(entry.counterparty)}`
    : `Received from ${short(entry.counterparty)}`
}

function Movement({ entry }: { entry: LedgerEntry }) {
  const out = entry.value.startsWith('-')
  return (
    <li className="ticker-in grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 border-b border-soft py-3">
      <span>
        <span className="block font-semibold">{whatOf(entry)}</span>
        <span className="figures text-xs text-muted">
          <span title={entry.tx_hash}>tx {short(entry.tx_hash)}</span> · block {entry.block_number} ·{' '}
          <Ago at={entry.block_time} />
        </span>
      </span>
      <span className="whitespace-nowrap">
        <span className="figures text-lg font-bold">
          {out ? '−' : '+'}
          {karmaText(entry.value.replace('-', ''))}
        </span>{' '}
        karma
      </span>
    </li>
  )
}

function Movements({ entries }: { entries: readonly LedgerEntry[] }) {
  return (
    <section aria-labelledby="movements">
      <h2 id="movements" className="heading text-2xl">
        On chain
      </h2>
      <ul>
        {entries.map((entry) => (
          <Movement key={`${entry.tx_hash}-${entry.log_index}-${entry.wallet}`} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

/** Every karma the member holds and where it came from. */
export function LedgerView() {
  return (
    <Answer query={useLedger()} waiting="Loading your ledger">
      {(ledger) => (
        <div className="grid grid-cols-1 gap-8">
          <Balance ledger={ledger} />
          <Pending awards={ledger.pending} />
          {ledger.entries.length > 0 && <Movements entries={ledger.entries} />}
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
