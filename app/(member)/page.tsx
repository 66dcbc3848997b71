import { Prefetch } from '../ui/api/prefetch.tsx'
import { ledgerQuery, purchasesQuery, sneakersQuery, storesQuery } from '../ui/api/queries.ts'
import { HomeView } from '../ui/home/home-view.tsx'
import { citiesQuery } from '../ui/leaderboard/cities.ts'
import { type Asked, askedOf } from '../ui/post/asked.ts'
import { feedQuery } from '../ui/post/queries.ts'

type Props = { searchParams: Promise<Asked> }

export default async function HomePage({ searchParams }: Props) {
  const { group: _, ...asked } = askedOf(await searchParams)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchInfiniteQuery(feedQuery(get, asked)),
        client.prefetchQuery(citiesQuery(get)),
        client.prefetchQuery(ledgerQuery(get)),
        client.prefetchQuery(purchasesQuery(get)),
        // Their names stand on what the feed is narrowed by.
        ...(asked.sneaker ? [client.prefetchQuery(sneakersQuery(get))] : []),
        ...(asked.store ? [client.prefetchQuery(storesQuery(get))] : []),
      ]}
    >
      <HomeView asked={asked} />
    </Prefetch>
  )
}
