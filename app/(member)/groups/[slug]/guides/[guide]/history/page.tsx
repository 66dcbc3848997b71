import { Prefetch } from '../../../../../../ui/api/prefetch.tsx'
import { GuideHistory } from '../../../../../../ui/group/guide-history.tsx'
import { type GuideProps, guideOr404, twoVersionsOf } from '../../../../../../ui/group/guide-or-404.ts'
import { guideChangesQuery, guideHistoryQuery } from '../../../../../../ui/group/kept-queries.ts'
import { groupTitle } from '../../../../../../ui/group/or-404.ts'
import { groupQuery } from '../../../../../../ui/group/queries.ts'

export const generateMetadata = groupTitle

export default async function GuideHistoryPage(props: GuideProps) {
  const [of, two] = [await props.params, await twoVersionsOf(props)]
  const found = await guideOr404(props)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(groupQuery(get, of.slug)),
        ...(found ? [client.prefetchInfiniteQuery(guideHistoryQuery(get, of.slug, of.guide))] : []),
        ...(found && two ? [client.prefetchQuery(guideChangesQuery(get, { ...of, ...two }))] : []),
      ]}
    >
      <GuideHistory {...of} two={two} />
    </Prefetch>
  )
}
