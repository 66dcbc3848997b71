import { Prefetch } from '../../../../ui/api/prefetch.tsx'
import { BoardView } from '../../../../ui/group/board-view.tsx'
import { type GroupProps, groupOr404, groupTitle } from '../../../../ui/group/or-404.ts'
import { periodOf } from '../../../../ui/group/period.ts'
import { groupBoardQuery, groupQuery } from '../../../../ui/group/queries.ts'

export const generateMetadata = groupTitle

type Props = GroupProps & { searchParams: Promise<{ period?: string | string[] }> }

export default async function GroupBoardPage(props: Props) {
  const { slug } = await props.params
  const period = periodOf((await props.searchParams).period)
  const group = await groupOr404(props)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(groupQuery(get, slug)),
        ...(group?.mine.may.read ? [client.prefetchInfiniteQuery(groupBoardQuery(get, slug, period))] : []),
      ]}
    >
      <BoardView slug={slug} period={period} />
    </Prefetch>
  )
}
