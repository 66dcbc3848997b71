'use client'
import Link from 'next/link'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/shell/account.ts'
import { buttonClass } from '../parts/button.tsx'
import { karmaText } from '../parts/karma.tsx'

/** The member's karma, live, and the way to the profile; or the way in. */
export function Account() {
  const { data: me } = useMe()
  if (!me) {
    return (
      <Link href="/sign-in" prefetch={false} className={buttonClass('plain')}>
        {words.signIn}
      </Link>
    )
  }
  return (
    <div className="flex items-stretch">
      <Link
        href="/ledger"
        prefetch={false}
        className="figures flex min-h-11 items-center gap-2 rounded-l-xs border border-rule px-3 text-sm font-semibold hover:bg-panel"
      >
        <span aria-hidden className="hexagon size-3 bg-fg dark:bg-volt" />
        <span className="grid leading-tight">
          <span>
            <span key={me.karma_balance} className="ticker-in inline-block">
              {karmaText(me.karma_balance)}
            </span>{' '}
            <span className="text-muted">
              {words.karma}
              <span className="sr-only"> {words.inYourLedger}</span>
            </span>
          </span>
          <span className="text-[0.6875rem] font-medium text-muted">
            <span className="sr-only">{words.asOf} </span>
            {words.block} {me.karma_block}
          </span>
        </span>
      </Link>
      <Link
        href="/me"
        prefetch={false}
        className="poster grid min-h-11 w-11 place-items-center rounded-r-xs border border-l-0 border-rule text-sm hover:bg-panel"
      >
        <span aria-hidden>{me.username.slice(0, 2)}</span>
        <span className="sr-only">
          {words.profileOf} {me.username}
        </span>
      </Link>
    </div>
  )
}
