'use client'
import { BoardPart } from './board-part.tsx'
import { GroupFrame } from './group-view.tsx'
import type { PeriodName } from './period.ts'

/** A group and its leaders. */
export function BoardView({ slug, period }: { slug: string; period: PeriodName }) {
  return (
    <GroupFrame slug={slug} part="board">
      {() => <BoardPart slug={slug} period={period} />}
    </GroupFrame>
  )
}
