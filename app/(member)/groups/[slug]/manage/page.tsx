import { Prefetch } from '../../../../ui/api/prefetch.tsx'
import { ManageView } from '../../../../ui/group/manage-view.tsx'
import { type GroupProps, groupOr404, groupTitle } from '../../../../ui/group/or-404.ts'
import { groupQuery } from '../../../../ui/group/queries.ts'
import { citiesQuery } from '../../../../ui/leaderboard/cities.ts'

export const generateMetadata = groupTitle

export default async function GroupManagePage(props: GroupProps) {
  const { slug } = await props.params
  await groupOr404(props)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(groupQuery(get, slug)),
        client.prefetchQuery(citiesQuery(get)),
      ]}
    >
      <ManageView slug={slug} />
    </Prefetch>
  )
}
