'use client'
import type { Leaderboard } from '../../../core/karma/leaderboard.ts'
import { fill } from '../messages/fill.ts'
import { words as texts } from '../messages/leaderboard/mine.ts'
import { Button } from '../parts/button.tsx'
import { karmaText } from '../parts/karma.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useList } from './hooks.ts'

type Me = NonNullable<Leaderboard['me']>

function words({ rank, karma, listed }: Me): string {
  if (!listed) return fill(texts.hiddenYouHaveKarma, { karma: karmaText(karma) })
  if (rank === null) return texts.youAreNotOn
  return fill(texts.youAreNumberWith, { rank, karma: karmaText(karma) })
}

/** Where the reader stands, and whether they want to. */
export function Mine({ me }: { me: Me }) {
  const list = useList()
  return (
    <section aria-label={texts.you} className="grid gap-3 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="font-semibold">
          {words(me)}
        </p>
        <Button busy={list.isPending} onClick={() => list.mutate(!me.listed)}>
          {me.listed ? texts.hideMe : texts.showMe}
        </Button>
      </div>
      {list.error && <ErrorNotice error={list.error} />}
    </section>
  )
}
