'use client'
import { Suspense, useRef, useState } from 'react'
import { renew } from '../api/renew.ts'
import { words } from '../messages/checkout/screenshot.ts'
import { fill } from '../messages/fill.ts'
import { needed } from '../parts/needed.tsx'

// Loaded by the first press on a picture.
const Enlarged = needed(() => import('./enlarged.tsx').then((module) => module.Enlarged))

type Props = { requestId: string; eventId: number; message: string; className?: string }

/** What the assistant saw at a step; pressed, it fills the screen. */
export function Screenshot({ requestId, eventId, message, className = 'aspect-[3/2] w-60' }: Props) {
  const source = `/api/purchase-requests/${requestId}/screenshots/${eventId}`
  const [tries, setTries] = useState(0)
  const opener = useRef<HTMLButtonElement>(null)
  const [isLarge, setIsLarge] = useState(false)
  // The access cookie may have run out: a picture cannot ask for a new one itself.
  const again = () => {
    if (tries === 0)
      renew().then(
        () => setTries(1),
        () => undefined,
      )
  }
  return (
    <>
      <button
        ref={opener}
        type="button"
        aria-haspopup="dialog"
        onClick={() => setIsLarge(true)}
        className="justify-self-start border border-rule hover:outline-2 hover:outline-fg"
      >
        {/* biome-ignore lint/performance/noImgElement: private, one-off JPEG behind the session; nothing to optimise */}
        <img
          key={tries}
          onError={again}
          src={source}
          alt={fill(words.theShopsPage, { message })}
          loading="lazy"
          width={240}
          height={160}
          className={`bg-panel object-cover object-top ${className}`}
        />
      </button>
      <Suspense>
        {isLarge && <Enlarged {...{ source, message, opener }} onClose={() => setIsLarge(false)} />}
      </Suspense>
    </>
  )
}
