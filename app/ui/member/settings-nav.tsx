'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/member/settings-nav.ts'
import { settings } from './places.ts'

const row =
  'flex min-h-11 items-center border-b border-soft px-2 text-sm font-semibold hover:bg-panel aria-[current=page]:bg-fg aria-[current=page]:text-bg'

/** Beside the page where there is room; on a phone one step back to the list of them. */
function Nav({ path }: { path: string }) {
  return (
    <nav aria-label={words.settings} className="lg:sticky lg:top-8">
      <Link
        href="/me"
        className="heading inline-flex min-h-11 items-center gap-2 text-lg lg:w-full lg:border-b-4 lg:border-rule lg:px-2"
      >
        <span aria-hidden className="lg:hidden">
          ←
        </span>
        {words.you}
      </Link>
      <ul className="hidden lg:block">
        {settings.map(({ href, name }) => (
          <li key={href}>
            <Link href={href} aria-current={path === href ? 'page' : undefined} className={row}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A page below "You" with the way to the others. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const path = usePathname()
  const { data: me } = useMe()
  if (!me || path === '/me') return children
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-[9rem_minmax(0,1fr)] lg:items-start lg:gap-8">
      <Nav path={path} />
      {children}
    </div>
  )
}
