import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { storesQuery } from '../../../ui/api/queries.ts'
import { AnnounceForm } from '../../../ui/happening/announce-form.tsx'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = { title: 'Announce' }

export default function NewEventPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(storesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title="Announce">A meet-up, or a line that others should know of.</PageHead>
        <MembersOnly why="Whoever comes should know who announced it." here="/events/new">
          <AnnounceForm />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
