'use client'
import Link from 'next/link'
import type { LedgerEntry } from '../../../core/ledger/shape.ts'
import { causeWords, ruleWords } from '../messages/en-karma.ts'
import { fill } from '../messages/fill.ts'
import { words as texts } from '../messages/ledger/movements.ts'
import { Ago } from '../parts/ago.tsx'
import { karmaText } from '../parts/karma.tsx'
import { More } from '../parts/more.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useEntries } from './hooks.ts'
import { shortHash } from './short-hash.ts'

function whatOf({ rule, cause, counterparty }: LedgerEntry): string {
  if (rule) return ruleWords(rule)
  const words = causeWords[cause]
  return cause === 'sent' || cause === 'received' ? `${words} ${shortHash(counterparty)}` : words
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="figures wrap-anywhere">{children}</dd>
    </div>
  )
}

/** What anyone can look up on the chain. */
function Facts({ entry }: { entry: LedgerEntry }) {
  return (
    <details className="text-xs">
      <summary className="figures inline-flex min-h-8 flex-wrap items-center gap-x-2 text-muted">
        {texts.tx} {shortHash(entry.tx_hash)} {texts.block} {entry.block_number} ·{' '}
        <Ago at={entry.block_time} />
      </summary>
      <dl className="grid gap-2 border-l-2 border-rule py-1 pl-3">
        <Fact name={texts.transaction}>{entry.tx_hash}</Fact>
        <Fact name={texts.log}>
          {fill(texts.inBlock, { log_index: entry.log_index, block_number: entry.block_number })}
        </Fact>
        <Fact name={texts.yourWallet}>{entry.wallet}</Fact>
        <Fact name={entry.value.startsWith('-') ? texts.to : texts.from}>{entry.counterparty}</Fact>
        {entry.ruleset && (
          <div>
            <dt className="text-muted">{texts.rulesItWasEarned}</dt>
            <dd>
              <Link
                href={`/karma/rules/${entry.ruleset}`}
                className="figures wrap-anywhere underline underline-offset-4"
              >
                {entry.ruleset}
              </Link>
            </dd>
          </div>
        )}
      </dl>
    </details>
  )
}

function Movement({ entry }: { entry: LedgerEntry }) {
  const out = entry.value.startsWith('-')
  const sign = out ? '−' : entry.value === '0' ? '' : '+'
  return (
    <li className="ticker-in grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 border-b border-soft py-2.5">
      <div>
        <p className="font-semibold">{whatOf(entry)}</p>
        <Facts entry={entry} />
      </div>
      <p className="whitespace-nowrap">
        <span className="figures text-lg font-bold">
          {sign}
          {karmaText(entry.value.replace('-', ''))}
        </span>{' '}
        {texts.karma}
      </p>
    </li>
  )
}

/** Every movement on chain, newest first. */
export function Movements() {
  const pages = useEntries()
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? []
  if (pages.error && !pages.data) return <ErrorNotice error={pages.error} />
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="movements">
      <h2 id="movements" className="heading text-2xl">
        {texts.onChain}
      </h2>
      <ul>
        {entries.map((entry) => (
          <Movement
            key={`${entry.block_number}-${entry.log_index}-${entry.wallet}-${entry.tx_hash}`}
            entry={entry}
          />
        ))}
      </ul>
      <More pages={pages}>{texts.olderMovements}</More>
    </section>
  )
}
