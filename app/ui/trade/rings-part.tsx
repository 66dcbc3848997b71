'use client'
import Link from 'next/link'
import { closetWords, ringStateWords } from '../messages/en-trades.ts'
import { useRings } from './ring-hooks.ts'
import { RingLegs } from './ring-view.tsx'

/** Rings of three that wait for somebody; what became trades is listed as those. */
export function RingsPart() {
  const open = (useRings().data?.items ?? []).filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <section aria-label={closetWords.rings} className="grid grid-cols-1 gap-4">
      {open.map((ring) => (
        <article key={ring.id} className="grid gap-3 border border-rule p-4">
          <h2 className="heading text-xl">
            <Link href={`/trades/rings/${ring.id}`} className="underline underline-offset-4">
              {closetWords.ring}
            </Link>
          </h2>
          <p className="font-semibold">{ringStateWords[ring.state]}</p>
          <RingLegs legs={ring.legs} />
        </article>
      ))}
    </section>
  )
}
