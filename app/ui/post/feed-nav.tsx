'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMe, useSneakers, useStores } from '../api/hooks.ts'
import { useCities } from '../leaderboard/hooks.ts'
import { groupWords } from '../messages/en-groups.ts'
import { postWords } from '../messages/en-posts.ts'
import { buttonClass } from '../parts/button.tsx'
import { Choice } from '../parts/field.tsx'
import { type FeedOf, feedHref, isCity } from './asked.ts'
import { NearError, NearMe, useNearMe } from './near-me.tsx'
import { tabClass } from './tab.ts'

type TabProps = { to: FeedOf; current: boolean; children: string }

function Tab({ to, current, children }: TabProps) {
  return (
    <Link
      href={feedHref(to)}
      scroll={false}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      className={tabClass}
    >
      {children}
    </Link>
  )
}

/** A city to look at from far away. Works as a plain form too. */
function CityChoice({ of }: { of: FeedOf }) {
  const router = useRouter()
  const cities = useCities().data?.items ?? []
  const go = (near: string) =>
    router.push(feedHref({ ...(near && { near }), ...(of.sort && { sort: of.sort }) }), { scroll: false })
  return (
    <form action="/" className="flex flex-wrap items-end gap-3">
      {of.sort && <input type="hidden" name="sort" value={of.sort} />}
      <Choice
        label={postWords.city}
        name="near"
        value={of.near && isCity(of.near) ? of.near : ''}
        onChange={({ target }) => go(target.value)}
      >
        <option value="">{postWords.noCity}</option>
        {cities.map(({ cell, name }) => (
          <option key={cell} value={cell}>
            {name}
          </option>
        ))}
      </Choice>
      <noscript>
        <button type="submit" className={buttonClass('plain')}>
          {postWords.show}
        </button>
      </noscript>
    </form>
  )
}

/** What the feed is narrowed to, with the way out. */
function Narrowed({ of }: { of: FeedOf }) {
  const sneaker = useSneakers().data?.items.find(({ id }) => id === of.sneaker)
  const store = useStores().data?.items.find(({ id }) => id === of.store)
  const name = of.sneaker ? (sneaker?.name ?? postWords.onePair) : (store?.name ?? postWords.oneShop)
  if (!of.sneaker && !of.store) return null
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
          <Tab to={sorted} current={Object.keys(way).length === 0}>
            {postWords.everywhere}
          </Tab>
          <NearMe of={of} near={near} />
          {me && (
            <Tab to={{ following: '1', ...sorted }} current={of.following === '1'}>
              {postWords.following}
            </Tab>
          )}
        </nav>
        <nav aria-label={postWords.order} className="flex gap-x-5">
          <Tab to={way} current={!sort}>
            {postWords.newest}
          </Tab>
          <Tab to={{ ...way, sort: 'hot' }} current={sort === 'hot'}>
            {postWords.hot}
          </Tab>
        </nav>
      </div>
      <NearError near={near} />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <CityChoice of={of} />
        <span className="flex flex-wrap gap-x-5">
          <Link href="/groups" prefetch={false} className={buttonClass('quiet')}>
            {groupWords.groups}
          </Link>
          {me && (
            <Link href="/saved" className={buttonClass('quiet')}>
              {postWords.savedTitle}
            </Link>
          )}
        </span>
      </div>
      <Narrowed of={of} />
    </div>
  )
}
