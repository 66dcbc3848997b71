'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { words } from '../messages/home/hero.ts'
import { TryIt } from '../session/try-it.tsx'

/** The one thing to do from the door: get in. */
function Door() {
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
      <TryIt />
      <Link
        href="/sign-in"
        prefetch={false}
        className="inline-flex min-h-14 items-center font-semibold underline underline-offset-4"
      >
        {words.otherWaysIn}
      </Link>
    </div>
  )
}

/** The poster at the door: ink in both schemes, so its quiet text is the dark scheme's. */
export function Hero({ art }: { art: ReactNode }) {
  return (
    <header className="grid grid-cols-1 overflow-hidden border border-rule bg-ink text-paper [--fg:var(--paper)] [--focus:var(--volt)] [--muted:#b3b0a8] md:grid-cols-[1.2fr_1fr]">
      <div className="grid min-w-0 grid-cols-1 content-between gap-6 p-5 sm:p-8">
        <h1 className="poster text-[min(13.5vw,4.5rem)] 2xl:text-[5.5rem]">
          {words.streetIntel}
          <span className="mt-2 block w-fit bg-volt px-2 pb-1 pt-1.5 text-ink">{words.paidIn}</span>
          <span className="block w-fit bg-volt px-2 pb-1.5 text-ink">{words.karma}</span>
        </h1>
        <p className="max-w-sm text-lg leading-snug">{words.seeRestocksFirstSay}</p>
        <Door />
      </div>
      {art}
    </header>
  )
}
