import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { GroupView } from '../../../ui/group/group-view.tsx'
import { type GroupProps, groupOr404, groupTitle } from '../../../ui/group/or-404.ts'
import { groupQuery } from '../../../ui/group/queries.ts'
import { feedQuery } from '../../../ui/post/queries.ts'

export const generateMetadata = groupTitle

export default async function GroupPage(props: GroupProps) {
  const { slug } = await props.params
  const group = await groupOr404(props)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(groupQuery(get, slug)),
        ...(group?.mine.may.read ? [client.prefetchInfiniteQuery(feedQuery(get, { group: group.id }))] : []),
      ]}
    >
      <GroupView slug={slug} />
    </Prefetch>
  )
}
