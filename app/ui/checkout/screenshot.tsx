'use client'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { renew } from '../api/renew.ts'
import { words } from '../messages/checkout/screenshot.ts'
import { fill } from '../messages/fill.ts'
import { buttonClass } from '../parts/button.tsx'

type Props = { requestId: string; eventId: number; message: string; className?: string }

/** What the assistant saw at a step; pressed, it fills the screen. */
export function Screenshot({ requestId, eventId, message, className = 'aspect-[3/2] w-60' }: Props) {
  const source = `/api/purchase-requests/${requestId}/screenshots/${eventId}`
  const [tries, setTries] = useState(0)
  // The access cookie may have run out: a picture cannot ask for a new one itself.
  const again = () => {
    if (tries === 0)
      renew().then(
        () => setTries(1),
        () => undefined,
      )
  }
  return (
    <Dialog.Root>
      <Dialog.Trigger className="justify-self-start border border-rule hover:outline-2 hover:outline-fg">
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
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-ink/80" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-4 z-40 m-auto grid h-fit max-h-[calc(100dvh-2rem)] max-w-5xl gap-3 overflow-auto border border-rule bg-bg p-4"
        >
          <div className="flex items-center justify-between gap-4">
            <Dialog.Title lang="en" className="heading text-xl">
              {message}
            </Dialog.Title>
            <Dialog.Close className={buttonClass('plain')}>{words.close}</Dialog.Close>
          </div>
          {/* biome-ignore lint/performance/noImgElement: as above */}
          <img
            src={source}
            alt={fill(words.theShopsPage, { message })}
            className="w-full border border-rule"
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
