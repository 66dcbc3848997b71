import { Prefetch } from '../../../../ui/api/prefetch.tsx'
import { AlertsView } from '../../../../ui/group/alerts-view.tsx'
import { groupAlertsQuery, groupMonitorsQuery } from '../../../../ui/group/kept-queries.ts'
import { type GroupProps, groupOr404, groupTitle } from '../../../../ui/group/or-404.ts'
import { groupQuery } from '../../../../ui/group/queries.ts'

export const generateMetadata = groupTitle

export default async function GroupAlertsPage(props: GroupProps) {
  const { slug } = await props.params
  const group = await groupOr404(props)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(groupQuery(get, slug)),
        ...(group?.mine.may.read
          ? [
              client.prefetchQuery(groupAlertsQuery(get, slug)),
              client.prefetchQuery(groupMonitorsQuery(get, slug)),
            ]
          : []),
      ]}
    >
      <AlertsView slug={slug} />
    </Prefetch>
  )
}
