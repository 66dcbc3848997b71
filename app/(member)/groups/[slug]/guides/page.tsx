import { Prefetch } from '../../../../ui/api/prefetch.tsx'
import { GuidesView } from '../../../../ui/group/guides-view.tsx'
import { guidesQuery } from '../../../../ui/group/kept-queries.ts'
import { type GroupProps, groupOr404, groupTitle } from '../../../../ui/group/or-404.ts'
import { groupQuery } from '../../../../ui/group/queries.ts'

export const generateMetadata = groupTitle

export default async function GuidesPage(props: GroupProps) {
  const { slug } = await props.params
  const group = await groupOr404(props)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(groupQuery(get, slug)),
        ...(group?.mine.may.read ? [client.prefetchQuery(guidesQuery(get, slug))] : []),
      ]}
    >
      <GuidesView slug={slug} />
    </Prefetch>
  )
}
