import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { Problem } from '../../../ui/api/problem.ts'
import { passesQuery } from '../../../ui/api/queries.ts'
import { serverGet } from '../../../ui/api/server.ts'
import { fill } from '../../../ui/messages/fill.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { raffleQuery } from '../../../ui/raffle/queries.ts'
import { RaffleView } from '../../../ui/raffle/raffle-view.tsx'

type Props = { params: Promise<{ id: string }> }

/** The page of one that is not there is that of any address that is not there. */
async function requireOne(id: string): Promise<{ title: string | null } | undefined> {
  try {
    return await serverGet(`/raffles/${encodeURIComponent(id)}`, 'raffle')
  } catch (error) {
    if (error instanceof Problem && [404, 422].includes(error.status)) notFound()
    return undefined
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  return { title: (await requireOne(id))?.title ?? fill(words.raffle, { id }) }
}

export default async function RafflePage({ params }: Props) {
  const { id } = await params
  await requireOne(id)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(raffleQuery(get, id)),
        client.prefetchQuery(passesQuery(get)),
      ]}
    >
      <RaffleView id={id} />
    </Prefetch>
  )
}
