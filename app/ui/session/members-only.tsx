'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/session/members-only.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { TryIt } from './try-it.tsx'

type Props = {
  /** Why one would sign in here: "Your checkouts are yours alone." */
  why: string
  /** This page. */
  here: string
  children: ReactNode
}

/** The page for a member; for everyone else the way in. */
export function MembersOnly({ why, here, children }: Props) {
  return (
    <Answer query={useMe()} waiting={words.lookingForYourSession}>
      {(me) =>
        me ? (
          children
        ) : (
          <Empty title={words.signInFirst}>
            <p>{why}</p>
            <TryIt next={here} />
            <Link href={`/sign-in?next=${encodeURIComponent(here)}`} className={buttonClass('plain')}>
              {words.signIn}
            </Link>
          </Empty>
        )
      }
    </Answer>
  )
}
