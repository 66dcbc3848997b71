'use client'
import { usePathname } from 'next/navigation'
import { lazy, Suspense } from 'react'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/live/aside.ts'
import { Ticker } from '../restock/ticker.tsx'
import { useBlock, useLiveStatus } from './live.tsx'

// Beside one page alone: the others need not load it.
const DropList = lazy(() => import('../drop/drop-list.tsx').then((module) => ({ default: module.DropList })))

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
  return (
    <aside aria-label={words.live} className="hidden border-l border-rule xl:block">
      <div className="sticky top-0 max-h-dvh overflow-y-auto">
        <Pulse />
        {onRestocks ? (
          <Suspense>
            <DropList compact />
          </Suspense>
        ) : (
          <Ticker limit={8} />
        )}
      </div>
    </aside>
  )
}
