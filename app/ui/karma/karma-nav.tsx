'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { isAtLeast } from '../../../core/member/role.ts'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/karma/karma-nav.ts'

/** The pages about karma, in the order of the questions: what do I have, where do I stand, by which rules. */
const pages = [
  {
    href: '/ledger',
    get name() {
      return words.ledger
    },
  },
  {
    href: '/karma',
    get name() {
      return words.standing
    },
  },
  {
    href: '/karma/leaderboard',
    get name() {
      return words.leaders
    },
  },
  {
    href: '/karma/rules',
    get name() {
      return words.rules
    },
  },
] as const
const review = {
  href: '/karma/review',
  get name() {
    return words.review
  },
}

/** The way between the pages about karma. */
export function KarmaNav() {
  const path = usePathname()
  const { data: me } = useMe()
  const shown = me && isAtLeast(me.role, 'moderator') ? [...pages, review] : pages
  return (
    <nav aria-label={words.karma} className="border-b border-soft">
      <ul className="flex flex-wrap gap-x-5">
        {shown.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? 'page' : undefined}
              className="inline-flex min-h-11 items-center border-b-4 border-transparent text-sm font-semibold text-muted hover:text-fg aria-[current=page]:border-fg aria-[current=page]:text-fg dark:aria-[current=page]:border-volt"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
