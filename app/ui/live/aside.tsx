'use client'
import { usePathname } from 'next/navigation'
import { Suspense, useSyncExternalStore } from 'react'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/live/aside.ts'
import { dispensable } from '../parts/dispensable.ts'
import { useBlock, useLiveStatus } from './live.tsx'

// Beside one page alone: the others need not load it.
const DropList = dispensable(() => import('../drop/drop-list.tsx').then((module) => module.DropList))
const Ticker = dispensable(() => import('../restock/ticker.tsx').then((module) => module.Ticker))

/** Tailwind's xl, from where on the column is shown. */
const WIDE = '(min-width: 80rem)'

function onWidth(tell: () => void) {
  const wide = window.matchMedia(WIDE)
  wide.addEventListener('change', tell)
  return () => wide.removeEventListener('change', tell)
}

/** A phone neither gets nor wakes what it has no room for. */
const useIsWide = () =>
  useSyncExternalStore(
    onWidth,
    () => window.matchMedia(WIDE).matches,
    () => false,
  )

function Pulse() {
  const status = useLiveStatus()
  const block = useBlock()
  return (
    <div className="flex items-center justify-between bg-fg px-4 py-3 text-bg">
      <h2 className="poster text-2xl">{words.live}</h2>
      <p className="figures text-xs">
        {status === 'live' ? (block === null ? words.connected : fill(words.block, { block })) : status}
      </p>
    </div>
  )
}

/** The second column of wide screens: what is live now, beside whatever the page is about. */
export function LiveAside() {
  const onRestocks = usePathname() === '/restocks'
  const isWide = useIsWide()
  return (
    <aside aria-label={words.live} className="hidden border-l border-rule xl:block">
      <div className="sticky top-0 max-h-dvh overflow-y-auto">
        <Pulse />
        {isWide && <Suspense>{onRestocks ? <DropList compact /> : <Ticker limit={8} />}</Suspense>}
      </div>
    </aside>
  )
}
