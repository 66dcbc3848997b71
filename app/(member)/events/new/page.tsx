import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { storesQuery } from '../../../ui/api/queries.ts'
import { AnnounceForm } from '../../../ui/happening/announce-form.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.announce
  },
}

export default function NewEventPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(storesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.announce}>{words.aMeetUpOr}</PageHead>
        <MembersOnly why={words.whoeverComesShouldKnow} here="/events/new">
          <AnnounceForm />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
