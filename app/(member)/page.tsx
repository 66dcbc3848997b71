import { cookies } from 'next/headers'
import { Prefetch } from '../ui/api/prefetch.tsx'
import { dropsQuery, ledgerQuery, purchasesQuery, sneakersQuery, storesQuery } from '../ui/api/queries.ts'
import { serverGet } from '../ui/api/server.ts'
import { inOrder } from '../ui/drop/order.ts'
import { HomeView } from '../ui/home/home-view.tsx'
import { COOKIE } from '../ui/home/kept.ts'
import { citiesQuery } from '../ui/leaderboard/cities.ts'
import { type Asked, askedOf } from '../ui/post/asked.ts'
import { feedQuery } from '../ui/post/queries.ts'
import { rafflesQuery } from '../ui/raffle/queries.ts'
import { newestQuery } from '../ui/restock/newest.ts'
import { SneakerArt } from '../ui/sneaker/sneaker-art.tsx'

type Props = { searchParams: Promise<Asked> }

/** The pair of the next drop. */
async function nextSneaker() {
  const drops = await serverGet('/drops', 'drops').catch(() => undefined)
  return inOrder(drops?.items ?? [], Date.now())[0]?.sneaker
}

/** Strangers have no ledger to be read. */
const isMember = () =>
  serverGet('/me', 'member').then(
    () => true,
    () => false,
  )

export default async function HomePage({ searchParams }: Props) {
  const { group: _, ...asked } = askedOf(await searchParams)
  const [sneaker, me, jar] = await Promise.all([nextSneaker(), isMember(), cookies()])
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchInfiniteQuery(feedQuery(get, asked)),
        client.prefetchQuery(citiesQuery(get)),
        client.prefetchQuery(newestQuery(get)),
        // Of these the guided way tells what is done.
        ...(me
          ? [
              client.prefetchQuery(ledgerQuery(get)),
              client.prefetchQuery(dropsQuery(get)),
              client.prefetchQuery(purchasesQuery(get)),
              client.prefetchQuery(rafflesQuery(get, 'open')),
              client.prefetchQuery(rafflesQuery(get, 'over')),
            ]
          : []),
        // Their names stand on what the feed is narrowed by.
        ...(asked.sneaker ? [client.prefetchQuery(sneakersQuery(get))] : []),
        ...(asked.store ? [client.prefetchQuery(storesQuery(get))] : []),
      ]}
    >
      <HomeView
        asked={asked}
        kept={jar.get(COOKIE)?.value}
        art={sneaker && <SneakerArt sneaker={sneaker} className="h-44 w-full sm:h-64 md:h-full" />}
      />
    </Prefetch>
  )
}
