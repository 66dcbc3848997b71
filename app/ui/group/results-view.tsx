'use client'
import Link from 'next/link'
import { Suspense } from 'react'
import type { ResultBoard, ResultLine } from '../../../core/group/result.ts'
import type { Group } from '../../../core/group/shape.ts'
import { periods } from '../leaderboard/asked.ts'
import { rateText, resultWords } from '../messages/en-guild.ts'
import { Answer } from '../parts/answer.tsx'
import { needed } from '../parts/needed.tsx'
import { Empty } from '../parts/notice.tsx'
import { tabClass } from '../post/tab.ts'
import { adapterText } from './adapter-text.ts'
import { GroupFrame } from './group-view.tsx'
import { useResults } from './kept-hooks.ts'
import type { PeriodName } from './period.ts'
import { ResultRow } from './result-row.tsx'

// For those who may add one.
const ResultForm = needed(() => import('./result-form.tsx').then((module) => module.ResultForm))

type Props = { slug: string; period: PeriodName }

function Periods({ slug, period }: Props) {
  return (
    <nav aria-label={resultWords.period} className="flex flex-wrap gap-x-5">
      {Object.entries(periods).map(([each, name]) => (
        <Link
          key={each}
          href={`/groups/${slug}/results?period=${each}`}
          scroll={false}
          prefetch={false}
          aria-current={each === period ? 'page' : undefined}
          className={tabClass}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

function Line({ line: { store, adapter, wins, losses } }: { line: ResultLine }) {
  return (
    <tr className="border-b border-soft align-top">
      <th scope="row" className="wrap-anywhere py-2 pr-3 text-left font-semibold">
        {store.name}
        <span className="block text-sm font-normal text-muted">{adapterText(adapter)}</span>
      </th>
      <td className="figures px-2 py-2 text-right">{wins}</td>
      <td className="figures px-2 py-2 text-right">{losses}</td>
      <td className="figures py-2 pl-2 text-right font-bold">{rateText(wins, losses)}</td>
    </tr>
  )
}

function Table({ lines }: { lines: ResultBoard['lines'] }) {
  return (
    <table className="w-full">
      <caption className="sr-only">{resultWords.table}</caption>
      <thead className="eyebrow border-b border-rule text-left">
        <tr>
          <th scope="col" className="py-2 pr-3">
            {resultWords.shop}
          </th>
          <th scope="col" className="px-2 py-2 text-right">
            {resultWords.wins}
          </th>
          <th scope="col" className="px-2 py-2 text-right">
            {resultWords.losses}
          </th>
          <th scope="col" className="py-2 pl-2 text-right">
            {resultWords.rate}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={`${line.store.id} ${line.adapter}`} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function Board({ group, board }: { group: Group; board: ResultBoard }) {
  const { may } = group.mine
  if (board.items.length === 0)
    return <Empty title={resultWords.none}>{may.post && <p>{resultWords.noneFix}</p>}</Empty>
  return (
    <>
      <Table lines={board.lines} />
      <h3 id="latest" className="heading text-xl">
        {resultWords.latest}
      </h3>
      <ul aria-labelledby="latest">
        {board.items.map((result) => (
          <ResultRow key={result.id} slug={group.slug} result={result} mayTakeOff={may.moderate} />
        ))}
      </ul>
    </>
  )
}

function Results({ group, period }: { group: Group; period: PeriodName }) {
  return (
    <section aria-labelledby="results" className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <h2 id="results" className="heading text-2xl">
          {resultWords.results}
        </h2>
        <Periods slug={group.slug} period={period} />
      </div>
      <p className="max-w-prose text-muted">{resultWords.what}</p>
      <Answer query={useResults(group.slug, period)} waiting={resultWords.loading}>
        {(board) => <Board group={group} board={board} />}
      </Answer>
      <Suspense>{group.mine.may.post && <ResultForm slug={group.slug} />}</Suspense>
    </section>
  )
}

/** A group and its wins and losses. */
export function ResultsView({ slug, period }: Props) {
  return (
    <GroupFrame slug={slug} part="results">
      {(group) => <Results group={group} period={period} />}
    </GroupFrame>
  )
}
