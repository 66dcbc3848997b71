import { Prefetch } from '../../../../../ui/api/prefetch.tsx'
import { GuideWriting } from '../../../../../ui/group/guide-writing.tsx'
import { type GroupProps, groupOr404, groupTitle } from '../../../../../ui/group/or-404.ts'
import { groupQuery } from '../../../../../ui/group/queries.ts'

export const generateMetadata = groupTitle

export default async function NewGuidePage(props: GroupProps) {
  const { slug } = await props.params
  await groupOr404(props)
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(groupQuery(get, slug))]}>
      <GuideWriting slug={slug} />
    </Prefetch>
  )
}
