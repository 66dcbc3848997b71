import Link from 'next/link'
import type { ReactNode } from 'react'
import { Prefetch } from '../ui/api/prefetch.tsx'
import { QueryProvider } from '../ui/api/provider.tsx'
import { clientQuery, meQuery } from '../ui/api/queries.ts'
import { LiveAside } from '../ui/live/aside.tsx'
import { LiveProvider } from '../ui/live/live.tsx'
import { OfflineBanner } from '../ui/live/offline-banner.tsx'
import { pageWords as words } from '../ui/messages/pages.ts'
import { OfflineKeeper } from '../ui/offline/keeper.tsx'
import { LazyOutboxBar } from '../ui/outbox/lazy-bar.tsx'
import { PushKeeper } from '../ui/push/keeper.tsx'
import { Account } from '../ui/shell/account.tsx'
import { Language } from '../ui/shell/language.tsx'
import { BottomBar, SideRail } from '../ui/shell/nav.tsx'
import { Wordmark } from '../ui/shell/wordmark.tsx'

const skip =
  'sr-only focus:not-sr-only focus:fixed focus:left-2 focus:top-2 focus:z-50 focus:bg-volt focus:px-4 focus:py-3 focus:text-ink'

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto lg:grid lg:max-w-[100rem] lg:grid-cols-[12.5rem_minmax(0,1fr)] xl:grid-cols-[12.5rem_minmax(0,1fr)_18rem]">
      <a href="#main" className={skip}>
        {words.skipToThePage}
      </a>
      <header className="sticky top-0 z-20 flex flex-wrap items-center justify-between gap-3 border-b border-rule bg-bg px-4 py-2 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:justify-start lg:gap-6 lg:border-b-0 lg:border-r lg:py-5">
        <Link
          href="/"
          prefetch={false}
          aria-label={words.snpdHome}
          className="inline-flex min-h-11 items-center lg:self-start"
        >
          <Wordmark className="text-xl lg:text-3xl" />
        </Link>
        <SideRail />
        <div className="lg:mt-auto">
          <Account />
        </div>
      </header>
      <div className="min-w-0 pb-24 lg:pb-16">
        <OfflineBanner />
        <LazyOutboxBar />
        <main id="main" tabIndex={-1} className="px-4 py-5 outline-none sm:px-8 lg:py-8">
          {children}
        </main>
        <footer className="px-4 sm:px-8">
          <Language />
        </footer>
      </div>
      <LiveAside />
      <BottomBar />
    </div>
  )
}

export default function MemberLayout({ children }: { children: ReactNode }) {
  // Before the first question: whatever is said after this may not be in what the page shows.
  const readAt = Date.now()
  return (
    <QueryProvider>
      <Prefetch
        load={(client, get) => [client.prefetchQuery(meQuery(get)), client.prefetchQuery(clientQuery(get))]}
      >
        <LiveProvider readAt={readAt}>
          <PushKeeper />
          <OfflineKeeper />
          <Frame>{children}</Frame>
        </LiveProvider>
      </Prefetch>
    </QueryProvider>
  )
}
