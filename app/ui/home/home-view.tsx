'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useDrops } from '../api/hooks.ts'
import { DropList } from '../drop/drop-list.tsx'
import { inOrder } from '../drop/order.ts'
import { buttonClass } from '../parts/button.tsx'
import { Ticker } from '../restock/ticker.tsx'
import { FirstMinute } from './first-minute.tsx'
import { Hero } from './hero.tsx'

function LiveNow() {
  return (
    <section aria-labelledby="live-now" className="border border-rule xl:hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule bg-fg px-4 py-2 text-bg">
        <h2 id="live-now" className="poster text-xl">
          Live restocks
        </h2>
        <Link
          href="/restocks"
          className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4"
        >
          All
          <span className="sr-only"> restocks</span>
        </Link>
      </div>
      <Ticker limit={5} />
    </section>
  )
}

/** What is live now, and what to do next. */
export function HomeView() {
  const [now] = useState(Date.now)
  const sneaker = inOrder(useDrops().data?.items ?? [], now)[0]?.sneaker
  return (
    <div className="grid grid-cols-1 gap-8">
      <Hero sneaker={sneaker} />
      <FirstMinute />
      <LiveNow />
      <section aria-labelledby="drops" className="grid gap-4">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <h2 id="drops" className="poster text-3xl sm:text-4xl">
            Drops
          </h2>
          <Link href="/drops" className={buttonClass('plain')}>
            All drops
          </Link>
        </div>
        <DropList />
      </section>
    </div>
  )
}
