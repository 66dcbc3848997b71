import { Prefetch } from '../../../../../ui/api/prefetch.tsx'
import { type GuideProps, guideOr404, versionOf } from '../../../../../ui/group/guide-or-404.ts'
import { GuideView } from '../../../../../ui/group/guide-view.tsx'
import { guideQuery } from '../../../../../ui/group/kept-queries.ts'
import { groupTitle } from '../../../../../ui/group/or-404.ts'
import { groupQuery } from '../../../../../ui/group/queries.ts'

export const generateMetadata = groupTitle

export default async function GuidePage(props: GuideProps) {
  const of = { ...(await props.params), version: await versionOf(props) }
  const found = await guideOr404(props)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(groupQuery(get, of.slug)),
        ...(found ? [client.prefetchQuery(guideQuery(get, of))] : []),
      ]}
    >
      <GuideView {...of} />
    </Prefetch>
  )
}
