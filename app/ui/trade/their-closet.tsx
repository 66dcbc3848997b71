'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ClosetItem } from '../../../core/trade/shape.ts'
import { useMe } from '../api/hooks.ts'
import { browserGet } from '../api/request.ts'
import { closetWords, conditionWords, tradeWords } from '../messages/en-trades.ts'
import { buttonClass } from '../parts/button.tsx'
import { ReputationLine } from './party.tsx'
import { theirClosetQuery } from './queries.ts'

function Side({ title, items }: { title: string; items: readonly ClosetItem[] }) {
  if (items.length === 0) return null
  return (
    <div className="grid content-start gap-1">
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="grid gap-1">
        {items.map(({ id, sneaker, size, condition, note }) => (
          <li key={id} className="wrap-anywhere">
            <Link href={`/sneakers/${sneaker.id}`} className="underline underline-offset-4">
              {sneaker.brand} {sneaker.name}
            </Link>{' '}
            <span className="figures">{size}</span> {condition && conditionWords[condition]}
            {note && <span className="block text-sm text-muted">{note}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a member has and wants, and what their trades say of them; members see it of each other. */
export function TheirCloset({ username, isMe }: { username: string; isMe: boolean }) {
  const { data: me } = useMe()
  const { data } = useQuery({ ...theirClosetQuery(browserGet, username), enabled: Boolean(me) })
  if (!data || (data.items.length === 0 && data.reputation.completed + data.reputation.lost === 0))
    return null
  const of = (side: ClosetItem['side']) => data.items.filter((item) => item.side === side)
  return (
    <section aria-labelledby="closet" className="grid gap-3 border border-rule p-4">
      <h2 id="closet" className="heading text-xl">
        {closetWords.closet}
      </h2>
      <ReputationLine reputation={data.reputation} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Side title={closetWords.has} items={of('have')} />
        <Side title={closetWords.wants} items={of('want')} />
      </div>
      <Link
        href={isMe ? '/me/closet' : `/trades/new?with=${encodeURIComponent(data.username)}`}
        className={`${buttonClass('plain')} justify-self-start`}
      >
        {isMe ? tradeWords.closet : tradeWords.begin}
      </Link>
    </section>
  )
}
