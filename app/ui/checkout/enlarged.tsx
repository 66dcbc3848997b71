'use client'
import { Dialog } from 'radix-ui'
import type { RefObject } from 'react'
import { words } from '../messages/checkout/screenshot.ts'
import { fill } from '../messages/fill.ts'
import { buttonClass } from '../parts/button.tsx'

type Props = {
  source: string
  message: string
  /** What was pressed; the keyboard goes on from there. */
  opener: RefObject<HTMLElement | null>
  onClose: () => void
}

/** A picture of the shop's page over the whole screen, until it is put away. */
export function Enlarged({ source, message, opener, onClose }: Props) {
  const goBack = (event: Event) => {
    event.preventDefault()
    opener.current?.focus()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-ink/80" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={goBack}
          className="fixed inset-4 z-40 m-auto grid h-fit max-h-[calc(100dvh-2rem)] max-w-5xl gap-3 overflow-auto border border-rule bg-bg p-4"
        >
          <div className="flex items-center justify-between gap-4">
            <Dialog.Title lang="en" className="heading text-xl">
              {message}
            </Dialog.Title>
            <Dialog.Close className={buttonClass('plain')}>{words.close}</Dialog.Close>
          </div>
          {/* biome-ignore lint/performance/noImgElement: private, one-off JPEG behind the session; nothing to optimise */}
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
