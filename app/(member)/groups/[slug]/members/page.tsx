import { Prefetch } from '../../../../ui/api/prefetch.tsx'
import { MembersView } from '../../../../ui/group/members-view.tsx'
import { type GroupProps, groupOr404, groupTitle } from '../../../../ui/group/or-404.ts'
import { groupMembersQuery, groupQuery } from '../../../../ui/group/queries.ts'

export const generateMetadata = groupTitle

export default async function GroupMembersPage(props: GroupProps) {
  const { slug } = await props.params
  const group = await groupOr404(props)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(groupQuery(get, slug)),
        ...(group?.mine.may.read ? [client.prefetchInfiniteQuery(groupMembersQuery(get, slug))] : []),
      ]}
    >
      <MembersView slug={slug} />
    </Prefetch>
  )
}
