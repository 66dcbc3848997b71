import type { Metadata } from 'next'
import Link from 'next/link'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { sneakersQuery, storesQuery } from '../../ui/api/queries.ts'
import { citiesQuery } from '../../ui/leaderboard/cities.ts'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { buttonClass } from '../../ui/parts/button.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { type Asked, askedOf, chosenOf } from '../../ui/restock/asked.ts'
import { RestockFilters } from '../../ui/restock/filters.tsx'
import { restockQuery, restocksOfQuery } from '../../ui/restock/queries.ts'
import { ChosenRestock, RestockList } from '../../ui/restock/restock-list.tsx'

export const metadata: Metadata = {
  get title() {
    return words.restocks
  },
}

type Props = { searchParams: Promise<Asked & { restock?: string | string[] }> }

export default async function RestocksPage({ searchParams }: Props) {
  const said = await searchParams
  const [asked, chosen] = [askedOf(said), chosenOf(said)]
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchInfiniteQuery(restocksOfQuery(get, asked)),
        ...(chosen ? [client.prefetchQuery(restockQuery(get, chosen))] : []),
        client.prefetchQuery(sneakersQuery(get)),
        client.prefetchQuery(storesQuery(get)),
        client.prefetchQuery(citiesQuery(get)),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead
          title={words.restocks}
          action={
            <Link href="/restocks/report" className={buttonClass('go', 'large')}>
              {words.reportARestock}
            </Link>
          }
        >
          {words.seenByMonitorsAt}
        </PageHead>
        {chosen && <ChosenRestock id={chosen} />}
        <RestockFilters asked={asked} />
        <RestockList asked={asked} chosen={chosen} />
      </div>
    </Prefetch>
  )
}
