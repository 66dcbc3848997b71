import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { Problem } from '../../../ui/api/problem.ts'
import { serverGet } from '../../../ui/api/server.ts'
import { HappeningView } from '../../../ui/happening/happening-view.tsx'
import { happeningQuery } from '../../../ui/map/queries.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'

type Props = { params: Promise<{ id: string }> }

/** The page of one that is not there is that of any address that is not there. */
async function requireOne(id: string): Promise<{ title: string } | undefined> {
  try {
    return await serverGet(`/happenings/${encodeURIComponent(id)}`, 'happening')
  } catch (error) {
    if (error instanceof Problem && [404, 422].includes(error.status)) notFound()
    return undefined
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await requireOne((await params).id))?.title ?? words.event }
}

export default async function EventPage({ params }: Props) {
  const { id } = await params
  await requireOne(id)
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(happeningQuery(get, id))]}>
      <HappeningView id={id} />
    </Prefetch>
  )
}
