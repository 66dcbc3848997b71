import { Prefetch } from '../../../../ui/api/prefetch.tsx'
import { resultsQuery } from '../../../../ui/group/kept-queries.ts'
import { type GroupProps, groupOr404, groupTitle } from '../../../../ui/group/or-404.ts'
import { periodOf } from '../../../../ui/group/period.ts'
import { groupQuery } from '../../../../ui/group/queries.ts'
import { ResultsView } from '../../../../ui/group/results-view.tsx'

export const generateMetadata = groupTitle

type Props = GroupProps & { searchParams: Promise<{ period?: string | string[] }> }

export default async function ResultsPage(props: Props) {
  const { slug } = await props.params
  const period = periodOf((await props.searchParams).period)
  const group = await groupOr404(props)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(groupQuery(get, slug)),
        ...(group?.mine.may.read ? [client.prefetchQuery(resultsQuery(get, slug, period))] : []),
      ]}
    >
      <ResultsView slug={slug} period={period} />
    </Prefetch>
  )
}
