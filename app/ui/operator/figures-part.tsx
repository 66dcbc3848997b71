'use client'
import type { LedgerAudit, ShopHealth } from '../../../core/operator/shape.ts'
import { Section } from '../karma/section.tsx'
import { operatorWords } from '../messages/en-operator.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Mark } from '../parts/mark.tsx'
import { LatencyChart } from './latency-chart.tsx'
import { useOperator } from './queries.ts'

function Ledger({ audit }: { audit: LedgerAudit | null }) {
  if (!audit) return <p className="text-muted">{operatorWords.noAudit}</p>
  const { at, block_number, drift } = audit
  if (drift !== null)
    return (
      <p role="alert" className="border border-l-8 border-alarm p-4 font-semibold">
        <span aria-hidden className="mr-2 text-alarm">
          ✕
        </span>
        {operatorWords.drift} {drift}
      </p>
    )
  return (
    <p>
      {operatorWords.noDrift} <span className="figures">{block_number}</span>, <Ago at={at} />.
    </p>
  )
}

function Shop({ shop }: { shop: ShopHealth }) {
  const isTrouble = shop.failing + shop.dead > 0
  return (
    <li className="grid gap-1 border-b border-soft py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="wrap-anywhere font-semibold">{shop.name ?? shop.origin}</span>
        <span className="figures text-sm text-muted">{shop.readers.join(', ')}</span>
        {isTrouble && (
          <Mark tone="alarm">
            {shop.failing} {operatorWords.failing}
          </Mark>
        )}
      </p>
      <p className="figures flex flex-wrap gap-x-4 text-sm">
        <span>
          {shop.targets} {operatorWords.watched}
        </span>
        <span>
          {shop.checkouts} {operatorWords.checkouts}
        </span>
        <span>
          {shop.dead} {operatorWords.dead}
        </span>
        {shop.last_ok_at && (
          <span>
            {operatorWords.lastOk} <Ago at={shop.last_ok_at} exact />
          </span>
        )}
        {shop.resting_until && (
          <span>
            {operatorWords.resting} <Ago at={shop.resting_until} />
          </span>
        )}
      </p>
      {shop.failing > 0 && shop.problem && <p className="wrap-anywhere text-sm">{shop.problem}</p>}
    </li>
  )
}

function Shops({ shops }: { shops: readonly ShopHealth[] }) {
  if (shops.length === 0) return <p className="text-muted">{operatorWords.noShops}</p>
  return (
    <ul aria-label={operatorWords.shops}>
      {shops.map((shop) => (
        <Shop key={shop.origin} shop={shop} />
      ))}
    </ul>
  )
}

/** The ledger beside the chain, shops beside what their adapters met, alerts beside the clock. */
export function FiguresPart() {
  const query = useOperator()
  return (
    <Answer query={query} waiting={operatorWords.loading}>
      {({ audit, shops, latency }) => (
        <div className="grid grid-cols-1 gap-8">
          <Section title={operatorWords.ledger}>
            <Ledger audit={audit} />
          </Section>
          <Section title={operatorWords.latency}>
            <LatencyChart latency={latency} now={query.dataUpdatedAt} />
          </Section>
          <Section title={operatorWords.shops}>
            <Shops shops={shops} />
          </Section>
        </div>
      )}
    </Answer>
  )
}
