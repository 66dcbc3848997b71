'use client'
import Link from 'next/link'
import { useMe, useSneakers, useStores } from '../api/hooks.ts'
import { useCities } from '../leaderboard/use-cities.ts'
import { postWords } from '../messages/en-posts.ts'
import { buttonClass } from '../parts/button.tsx'
import { type FeedOf, feedHref } from './asked.ts'
import { NearError, NearMe, useNearMe } from './near-me.tsx'
import { TabLink } from './tab-link.tsx'

/** Cities to look at from far away. */
function Cities({ of }: { of: FeedOf }) {
  const cities = useCities().data?.items ?? []
  const here = cities.find(({ cell }) => cell === of.near)
  return (
    <details key={of.near} className="min-w-0">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4">
        {here ? `${postWords.city}: ${here.name}` : postWords.city}
      </summary>
      <ul className="flex max-h-60 flex-wrap gap-x-5 overflow-y-auto">
        {cities.map(({ cell, name }) => (
          <li key={cell}>
            <TabLink
              href={feedHref({ near: cell, ...(of.sort && { sort: of.sort }) })}
              current={cell === of.near}
            >
              {name}
            </TabLink>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What the feed is narrowed to, with the way out. */
function Narrowed({ of }: { of: FeedOf }) {
  const sneaker = useSneakers().data?.items.find(({ id }) => id === of.sneaker)
  const store = useStores().data?.items.find(({ id }) => id === of.store)
  const name = of.sneaker ? (sneaker?.name ?? postWords.onePair) : (store?.name ?? postWords.oneShop)
  return (
    <Link
      href={feedHref(of.sort ? { sort: of.sort } : {})}
      scroll={false}
      prefetch={false}
      aria-label={`${name}: ${postWords.takeOff}`}
      className="inline-flex min-h-11 items-center gap-2 justify-self-start rounded-xs border border-rule px-3 text-sm font-semibold hover:bg-panel"
    >
      {name} <span aria-hidden>✕</span>
    </Link>
  )
}

/** Whose posts, from where, and in which order: all of it in the address. */
export function FeedNav({ of }: { of: FeedOf }) {
  const { data: me } = useMe()
  const near = useNearMe(of)
  const { sort, ...way } = of
  const sorted = sort ? { sort } : {}
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule">
        <nav aria-label={postWords.whose} className="flex flex-wrap gap-x-5">
          <TabLink href={feedHref(sorted)} current={Object.keys(way).length === 0}>
            {postWords.everywhere}
          </TabLink>
          <NearMe of={of} near={near} />
          {me && (
            <TabLink href={feedHref({ following: '1', ...sorted })} current={of.following === '1'}>
              {postWords.following}
            </TabLink>
          )}
        </nav>
        <nav aria-label={postWords.order} className="flex gap-x-5">
          <TabLink href={feedHref(way)} current={!sort}>
            {postWords.newest}
          </TabLink>
          <TabLink href={feedHref({ ...way, sort: 'hot' })} current={sort === 'hot'}>
            {postWords.hot}
          </TabLink>
        </nav>
      </div>
      <NearError near={near} />
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <Cities of={of} />
        <span className="flex flex-wrap gap-x-5">
          <Link href="/groups" prefetch={false} className={buttonClass('quiet')}>
            {postWords.groups}
          </Link>
          {me && (
            <Link href="/saved" className={buttonClass('quiet')}>
              {postWords.savedTitle}
            </Link>
          )}
        </span>
      </div>
      {/* All pairs and shops are asked for their names, and only then. */}
      {(of.sneaker || of.store) && <Narrowed of={of} />}
    </div>
  )
}
