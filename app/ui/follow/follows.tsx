'use client'
import { Answer } from '../parts/answer.tsx'
import { useFollows } from '../push/hooks.ts'
import { FollowForm } from './follow-form.tsx'
import { FollowList } from './follow-list.tsx'

/** All that a member follows, and the way to follow more. */
export function Follows({ here }: { here: string }) {
  return (
    <div className="grid gap-5">
      <Answer query={useFollows()} waiting="Loading what you follow">
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-muted">Nothing yet. Say what you wait for.</p>
          ) : (
            <FollowList follows={items} />
          )
        }
      </Answer>
      <FollowForm here={here} />
    </div>
  )
}
