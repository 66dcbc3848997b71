import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { type Asked, askedOf } from '../../../ui/leaderboard/asked.ts'
import { citiesQuery } from '../../../ui/leaderboard/cities.ts'
import { LeaderboardView } from '../../../ui/leaderboard/leaderboard-view.tsx'
import { cityQuery, leaderboardQuery } from '../../../ui/leaderboard/queries.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'

export const metadata: Metadata = {
  get title() {
    return words.leaderboard
  },
}

type Props = { searchParams: Promise<Asked> }

export default async function LeaderboardPage({ searchParams }: Props) {
  const asked = askedOf(await searchParams)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchInfiniteQuery(leaderboardQuery(get, asked)),
        client.prefetchQuery(citiesQuery(get)),
        ...(asked.city ? [client.prefetchQuery(cityQuery(get, asked.city))] : []),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.leaders}>{words.whoKeepsTheirStreets}</PageHead>
        <LeaderboardView asked={asked} />
      </div>
    </Prefetch>
  )
}
