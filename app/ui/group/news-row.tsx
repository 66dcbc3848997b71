import Link from 'next/link'
import type { GroupNews } from '../../../core/group/monitor.ts'
import { groupAlertWords } from '../messages/en-guild.ts'
import { moneyText } from '../messages/money.ts'
import { Ago } from '../parts/ago.tsx'
import { Mark } from '../parts/mark.tsx'

type Of<Kind extends GroupNews['kind']> = Extract<GroupNews, { kind: Kind }>

function Call({ news: { text, by, at } }: { news: Of<'call'> }) {
  return (
    <li className="grid gap-1 border-b border-soft py-3">
      <p dir="auto" className="wrap-anywhere whitespace-pre-line text-lg font-semibold">
        {text}
      </p>
      <p className="text-sm text-muted">
        {by ?? groupAlertWords.nobody} <Ago at={at} exact />
      </p>
    </li>
  )
}

function Restock({ news }: { news: Of<'restock'> }) {
  const { id, sneaker, store, size, state, price_minor, currency, ended, at } = news
  const price = price_minor !== null && currency !== null ? ` · ${moneyText(price_minor, currency)}` : ''
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-soft py-3">
      <span className="grid min-w-0 gap-1 wrap-anywhere">
        <span className="font-semibold">
          {sneaker.brand} {sneaker.name}
          {size && `, ${groupAlertWords.size} ${size}`}
        </span>
        <span className="text-sm text-muted">
          {store.name}
          {price} <Ago at={at} exact />
        </span>
      </span>
      <span className="flex items-center gap-3">
        {state === 'preorder' && <Mark>{groupAlertWords.ahead}</Mark>}
        {ended && <Mark tone="alarm">{groupAlertWords.ended}</Mark>}
        <Link
          href={`/restocks?restock=${id}`}
          prefetch={false}
          className="inline-flex min-h-8 items-center font-semibold underline underline-offset-4"
        >
          {groupAlertWords.see}
          <span className="sr-only">
            {' '}
            {sneaker.name} {size}
          </span>
        </Link>
      </span>
    </li>
  )
}

/** What was called out, or what a monitor saw. */
export function NewsRow({ news }: { news: GroupNews }) {
  return news.kind === 'call' ? <Call news={news} /> : <Restock news={news} />
}
