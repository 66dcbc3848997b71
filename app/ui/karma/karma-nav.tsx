'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { isAtLeast } from '../../../core/member/role.ts'
import { useMe } from '../api/hooks.ts'

/** The pages about karma, in the order of the questions: what do I have, where do I stand, by which rules. */
const pages = [
  { href: '/ledger', name: 'Ledger' },
  { href: '/karma', name: 'Standing' },
  { href: '/karma/leaderboard', name: 'Leaders' },
  { href: '/karma/rules', name: 'Rules' },
] as const
const review = { href: '/karma/review', name: 'Review' }

/** The way between the pages about karma. */
export function KarmaNav() {
  const path = usePathname()
  const { data: me } = useMe()
  const shown = me && isAtLeast(me.role, 'moderator') ? [...pages, review] : pages
  return (
    <nav aria-label="Karma" className="border-b border-soft">
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
