'use client'
import type { FollowInput } from '../../../core/follow/shape.ts'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/follow/quick-follow.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useAddFollow } from '../push/hooks.ts'

/** One press to hear of exactly this; nothing for who is not signed in. */
export function QuickFollow({ filter, children }: { filter: FollowInput; children: string }) {
  const { data: me } = useMe()
  const follow = useAddFollow()
  if (!me) return null
  return (
    <div className="grid justify-items-start gap-2">
      <Button busy={follow.isPending} onClick={() => follow.mutate(filter)}>
        {children}
      </Button>
      <p role="status" className="text-sm font-semibold">
        {follow.isSuccess && words.youFollowIt}
      </p>
      {follow.error && <ErrorNotice error={follow.error} />}
    </div>
  )
}
