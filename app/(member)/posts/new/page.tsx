import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { sneakersQuery, storesQuery } from '../../../ui/api/queries.ts'
import { composeWords } from '../../../ui/messages/en-writing.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { OutboxList } from '../../../ui/outbox/outbox-list.tsx'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { ComposeForm } from '../../../ui/post/compose-form.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.post
  },
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Props = { searchParams: Promise<{ group?: string | string[] }> }

export default async function ComposePage({ searchParams }: Props) {
  const { group } = await searchParams
  const groupId = typeof group === 'string' && uuid.test(group) ? group : undefined
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(sneakersQuery(get)),
        client.prefetchQuery(storesQuery(get)),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={composeWords.title}>{composeWords.what}</PageHead>
        <MembersOnly here="/posts/new" why={composeWords.why}>
          <div className="grid grid-cols-1 gap-9">
            <OutboxList />
            <ComposeForm groupId={groupId} />
          </div>
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
