import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { sneakersQuery, storesQuery } from '../../../ui/api/queries.ts'
import { serverGet } from '../../../ui/api/server.ts'
import { citiesQuery } from '../../../ui/leaderboard/queries.ts'
import { aheadQuery } from '../../../ui/release/queries.ts'
import { restocksOfQuery } from '../../../ui/restock/queries.ts'
import { stockQuery } from '../../../ui/sneaker/queries.ts'
import { SneakerView } from '../../../ui/sneaker/sneaker-view.tsx'

type Props = { params: Promise<{ id: string }> }

async function sneakerOr404(id: string) {
  const known = await serverGet('/sneakers', 'sneakers').catch(() => undefined)
  if (!known) return undefined
  return known.items.find((sneaker) => sneaker.id === id) ?? notFound()
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const sneaker = await sneakerOr404((await params).id)
  return { title: sneaker ? `${sneaker.brand} ${sneaker.name}` : 'Sneaker' }
}

export default async function SneakerPage({ params }: Props) {
  const { id } = await params
  await sneakerOr404(id)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(sneakersQuery(get)),
        client.prefetchQuery(storesQuery(get)),
        client.prefetchQuery(citiesQuery(get)),
        client.prefetchQuery(stockQuery(get, id)),
        client.prefetchQuery(aheadQuery(get, id)),
        client.prefetchInfiniteQuery(restocksOfQuery(get, { sneaker: id })),
      ]}
    >
      <SneakerView id={id} />
    </Prefetch>
  )
}
