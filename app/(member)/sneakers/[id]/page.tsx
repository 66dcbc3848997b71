import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { Problem } from '../../../ui/api/problem.ts'
import { sneakersQuery, storesQuery } from '../../../ui/api/queries.ts'
import { serverGet } from '../../../ui/api/server.ts'
import { PriceChart } from '../../../ui/chart/price-chart.tsx'
import { citiesQuery } from '../../../ui/leaderboard/cities.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { restocksOfQuery } from '../../../ui/restock/queries.ts'
import { sneakerQuery, stockQuery } from '../../../ui/sneaker/queries.ts'
import { SneakerView } from '../../../ui/sneaker/sneaker-view.tsx'

type Props = { params: Promise<{ id: string }> }

async function sneakerOr404(id: string) {
  try {
    return await serverGet(`/sneakers/${encodeURIComponent(id)}`, 'sneaker')
  } catch (error) {
    // An id that is none is answered with 422.
    if (error instanceof Problem && (error.status === 404 || error.status === 422)) notFound()
    return undefined
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const sneaker = await sneakerOr404((await params).id)
  return { title: sneaker ? `${sneaker.brand} ${sneaker.name}` : words.sneaker }
}

export default async function SneakerPage({ params }: Props) {
  const { id } = await params
  const sneaker = await sneakerOr404(id)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(sneakersQuery(get)),
        client.prefetchQuery(storesQuery(get)),
        client.prefetchQuery(citiesQuery(get)),
        client.prefetchQuery(stockQuery(get, id)),
        client.prefetchQuery(sneakerQuery(get, id)),
        client.prefetchInfiniteQuery(restocksOfQuery(get, { sneaker: id })),
      ]}
    >
      <SneakerView id={id} prices={sneaker && <PriceChart sneaker={sneaker} />} />
    </Prefetch>
  )
}
