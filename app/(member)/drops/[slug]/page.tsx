import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { Problem } from '../../../ui/api/problem.ts'
import { dropQuery, purchasesQuery } from '../../../ui/api/queries.ts'
import { serverGet } from '../../../ui/api/server.ts'
import { DropView } from '../../../ui/drop/drop-view.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { seenQuery } from '../../../ui/restock/queries.ts'

type Props = { params: Promise<{ slug: string }> }

async function dropOr404(slug: string) {
  try {
    return await serverGet(`/drops/${encodeURIComponent(slug)}`, 'drop')
  } catch (error) {
    if (error instanceof Problem && error.status === 404) notFound()
    return undefined
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const drop = await dropOr404((await params).slug)
  return { title: drop?.title ?? words.drop }
}

export default async function DropPage({ params }: Props) {
  const { slug } = await params
  const drop = await dropOr404(slug)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(dropQuery(get, slug)),
        client.prefetchQuery(purchasesQuery(get)),
        ...(drop ? [client.prefetchQuery(seenQuery(get, drop.sneaker.id))] : []),
      ]}
    >
      <DropView slug={slug} />
    </Prefetch>
  )
}
