import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { serverGet } from '../../ui/api/server.ts'
import { type Asked, askedOf } from '../../ui/map/asked.ts'
import { defaultArea } from '../../ui/map/default-place.ts'
import { MapView } from '../../ui/map/map-view.tsx'
import { findQuery, mapQuery } from '../../ui/map/queries.ts'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'

export const metadata: Metadata = {
  get title() {
    return words.map
  },
}

type Props = { searchParams: Promise<Asked> }

export default async function MapPage({ searchParams }: Props) {
  const asked = askedOf(await searchParams)
  const { items } = await serverGet('/stores', 'stores')
  const near = asked.near ?? (asked.q ? undefined : defaultArea(items))
  return (
    <Prefetch
      load={(client, get) => [
        ...(asked.q ? [client.prefetchQuery(findQuery(get, asked.q))] : []),
        ...(near ? [client.prefetchQuery(mapQuery(get, near))] : []),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.map}>{words.whatGoesOnWithin}</PageHead>
        <MapView asked={asked} near={near} />
      </div>
    </Prefetch>
  )
}
