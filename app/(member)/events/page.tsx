import type { Metadata } from 'next'
import Link from 'next/link'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { HappeningsView } from '../../ui/happening/happenings-view.tsx'
import { type Asked, askedOf } from '../../ui/map/asked.ts'
import { findQuery, happeningsQuery } from '../../ui/map/queries.ts'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { buttonClass } from '../../ui/parts/button.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'

export const metadata: Metadata = {
  get title() {
    return words.events
  },
}

type Props = { searchParams: Promise<Asked> }

export default async function EventsPage({ searchParams }: Props) {
  const asked = askedOf(await searchParams)
  return (
    <Prefetch
      load={(client, get) => [
        asked.q
          ? client.prefetchQuery(findQuery(get, asked.q))
          : client.prefetchQuery(happeningsQuery(get, asked.near)),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead
          title={words.events}
          action={
            <Link href="/events/new" className={buttonClass('go', 'large')}>
              {words.announce}
            </Link>
          }
        >
          {words.meetUpsLinesReleases}
        </PageHead>
        <HappeningsView asked={asked} />
      </div>
    </Prefetch>
  )
}
