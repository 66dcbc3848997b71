'use client'
import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { words } from '../messages/shell/nav.ts'
import { isHere, more, places } from './places.tsx'

/** The place's picture; a hexagon pulses in it while its page is on the way, if that takes a while. */
function Icon({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus()
  return (
    <span className="relative">
      {children}
      {pending && (
        <span aria-hidden className="late absolute inset-0 grid place-items-center bg-bg">
          <span className="hexagon hex-pulse size-4 bg-fg" />
        </span>
      )}
    </span>
  )
}

// No link here is fetched ahead: no page of ours can be made before it is asked for, so that each would cost a phone two
// requests at every start and save none when it is pressed.

/** Phone: five thumbs' width at the bottom. */
export function BottomBar() {
  const path = usePathname()
  return (
    <nav
      aria-label={words.main}
      className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-5 border-t border-rule bg-bg pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {places.map(({ href, name, icon }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={isHere(path, href) ? 'page' : undefined}
          className="grid min-h-15 content-center justify-items-center gap-0.5 border-t-4 border-transparent text-[min(0.6875rem,3.4vw)] font-semibold text-muted -outline-offset-4 aria-[current=page]:border-fg aria-[current=page]:text-fg dark:aria-[current=page]:border-volt"
        >
          <Icon>{icon}</Icon>
          {name}
        </Link>
      ))}
    </nav>
  )
}

/** Desktop: the same places as poster lines at the side. */
export function SideRail() {
  const path = usePathname()
  return (
    <nav aria-label={words.main} className="hidden lg:block">
      <ul>
        {[...places, ...more].map(({ href, name, icon }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isHere(path, href) ? 'page' : undefined}
              className="heading flex min-h-12 items-center gap-3 border-b border-soft px-1 text-lg hover:bg-panel aria-[current=page]:bg-fg aria-[current=page]:px-3 aria-[current=page]:text-bg"
            >
              <Icon>{icon}</Icon>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
