import type { Metadata } from 'next'
import Link from 'next/link'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { type Asked, askedOf } from '../../ui/group/asked.ts'
import { GroupsView } from '../../ui/group/groups-view.tsx'
import { groupsQuery } from '../../ui/group/queries.ts'
import { groupWords } from '../../ui/messages/en-groups.ts'
import { buttonClass } from '../../ui/parts/button.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'

export const metadata: Metadata = {
  get title() {
    return groupWords.groups
  },
}

type Props = { searchParams: Promise<Asked> }

export default async function GroupsPage({ searchParams }: Props) {
  const asked = askedOf(await searchParams)
  const found = (
    <Link href="/groups/new" className={buttonClass('go', 'large')}>
      {groupWords.found}
    </Link>
  )
  return (
    <Prefetch load={(client, get) => [client.prefetchInfiniteQuery(groupsQuery(get, asked))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={groupWords.groups} action={found}>
          {groupWords.what}
        </PageHead>
        <GroupsView asked={asked} />
      </div>
    </Prefetch>
  )
}
