import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { raffleWords } from '../../ui/messages/en-raffles.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { rafflesQuery } from '../../ui/raffle/queries.ts'
import { RafflesView } from '../../ui/raffle/raffles-view.tsx'

export const metadata: Metadata = {
  get title() {
    return raffleWords.title
  },
}

export default function RafflesPage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(rafflesQuery(get, 'open')),
        client.prefetchQuery(rafflesQuery(get, 'over')),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={raffleWords.title}>{raffleWords.about}</PageHead>
        <RafflesView />
      </div>
    </Prefetch>
  )
}
