'use client'
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useId, useRef } from 'react'
import { words } from '../../messages/checkout/surface.ts'
import { Waiting } from '../../parts/waiting.tsx'
import { handOfKey, handsOfText, sizeFor } from './place.ts'
import { usePage } from './use-page.ts'
import { usePointer } from './use-pointer.ts'
import { Writing } from './writing.tsx'

/** Tells the worker how much room there is here, now and when it changes. */
function useRoom(tell: (width: number) => void) {
  const frame = useRef<HTMLDivElement>(null)
  const measure = useCallback(() => {
    if (frame.current) tell(frame.current.clientWidth)
  }, [tell])
  useEffect(() => {
    const watch = new ResizeObserver(measure)
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [measure])
  return { frame, measure }
}

/** The worker's page: seen, clicked, scrolled and typed into. */
export function Surface({ requestId }: { requestId: string }) {
  const id = useId()
  const opened = useRef<() => void>(() => undefined)
  const page = usePage(
    requestId,
    useCallback(() => opened.current(), []),
  )
  const { hand, canvas, size, told } = page
  const tell = useCallback(
    (width: number) => hand({ kind: 'size', ...sizeFor(width, window.innerHeight) }),
    [hand],
  )
  const { frame, measure } = useRoom(tell)
  opened.current = measure
  const pointer = usePointer(page)
  const writing = useRef<HTMLInputElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    // The way out for whoever has no mouse.
    if (event.key === 'Escape') return writing.current?.focus()
    const done = handOfKey(event)
    if (!done) return
    event.preventDefault()
    hand(done)
  }
  const onPaste = (event: ClipboardEvent) => hand(...handsOfText(event.clipboardData.getData('text')))
  return (
    <div className="grid min-w-0 gap-3">
      <div ref={frame} className="relative min-h-60 border border-rule bg-panel">
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it takes every key, as an application does (WAI-ARIA) */}
        <canvas
          ref={canvas}
          tabIndex={0}
          role="application"
          aria-label={words.theShopsPageLive}
          aria-describedby={`${id}-how`}
          {...pointer}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onContextMenu={(event) => event.preventDefault()}
          className={`block w-full touch-none select-none ${size ? '' : 'invisible h-60'}`}
        />
        {!size && (
          <div className="absolute inset-0 grid place-items-center">
            <Waiting what={words.openingThePage} />
          </div>
        )}
      </div>
      <p id={`${id}-how`} className="text-sm text-muted">
        {words.clickOrTapIn}
      </p>
      {told && (
        <p role="alert" className="border border-l-8 border-alarm p-3 font-semibold">
          {words.notPassedOn} {told}
        </p>
      )}
      <Writing input={writing} hand={hand} size={size} />
    </div>
  )
}
