'use client'
import Link from 'next/link'
import { lazy, Suspense } from 'react'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/follow/follow-form.ts'
import { buttonClass } from '../parts/button.tsx'
import { Waiting } from '../parts/waiting.tsx'

/** Loaded for members alone: who only reads a page does not pay for it. */
const FollowFields = lazy(() =>
  import('./follow-fields.tsx').then((fields) => ({ default: fields.FollowFields })),
)

type Props = {
  /** Of this pair alone; without one the member chooses. */
  sneakerId?: string
  /** Where to come back to after signing in. */
  here: string
}

/** Say what you wait for: a pair, a size, a shop or a radius. */
export function FollowForm({ sneakerId, here }: Props) {
  const { data: me } = useMe()
  if (me)
    return (
      <Suspense fallback={<Waiting what={words.loadingTheForm} />}>
        <FollowFields sneakerId={sneakerId} />
      </Suspense>
    )
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted">{words.signInAndWe}</p>
      <Link href={`/sign-in?next=${encodeURIComponent(here)}`} className={buttonClass('go')}>
        {words.signInToFollow}
      </Link>
    </div>
  )
}
