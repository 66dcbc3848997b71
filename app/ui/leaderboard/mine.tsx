'use client'
import type { Leaderboard } from '../../../core/karma/leaderboard.ts'
import { Button } from '../parts/button.tsx'
import { karmaText } from '../parts/karma.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useList } from './hooks.ts'

type Me = NonNullable<Leaderboard['me']>

function words({ rank, karma, listed }: Me): string {
  if (!listed) return `Hidden. You have ${karmaText(karma)} karma here, and nobody sees it.`
  if (rank === null) return 'You are not on this board yet.'
  return `You are number ${rank}, with ${karmaText(karma)} karma.`
}

/** Where the reader stands, and whether they want to. */
export function Mine({ me }: { me: Me }) {
  const list = useList()
  return (
    <section aria-label="You" className="grid gap-3 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="font-semibold">
          {words(me)}
        </p>
        <Button busy={list.isPending} onClick={() => list.mutate(!me.listed)}>
          {me.listed ? 'Hide me' : 'Show me'}
        </Button>
      </div>
      {list.error && <ErrorNotice error={list.error} />}
    </section>
  )
}
