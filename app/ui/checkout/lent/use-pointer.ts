'use client'
import { type PointerEvent, useEffect, useRef } from 'react'
import type { Hand } from '../../../../core/live/hand.ts'
import { placeOn } from './place.ts'
import type { LentPage } from './use-page.ts'

/** Moves are told at most this often, ms. */
const MOVE_MS = 40
/** A finger that went further scrolls; one that did not taps. CSS pixels. */
const SCROLLS = 8

type Finger = { x: number; y: number; scrolls: boolean }

/** The mouse or a finger on the picture, as a hand on the page. A finger that is drawn scrolls it. */
export function usePointer({ canvas, size, hand }: LentPage) {
  const [last, finger] = [useRef(0), useRef<Finger | null>(null)]
  const at = (event: { clientX: number; clientY: number }) =>
    size && canvas.current ? placeOn(size, canvas.current.getBoundingClientRect(), event) : null
  const down = (event: { clientX: number; clientY: number }): Hand[] => {
    const place = at(event)
    return size && place ? [{ kind: 'down', ...place, clicks: 1, on: size }] : []
  }

  useEffect(() => {
    const element = canvas.current
    const wheel = (event: WheelEvent) => {
      // Who only scrolls past on our own page is let past.
      if (!size || !element || document.activeElement !== element) return
      event.preventDefault()
      const place = placeOn(size, element.getBoundingClientRect(), event)
      hand({ kind: 'wheel', ...place, dx: event.deltaX, dy: event.deltaY })
    }
    element?.addEventListener('wheel', wheel, { passive: false })
    return () => element?.removeEventListener('wheel', wheel)
  }, [canvas, size, hand])

  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>) => {
    const place = at(event)
    if (!place) return
    event.currentTarget.setPointerCapture(event.pointerId)
    if (event.pointerType === 'touch') finger.current = { x: event.clientX, y: event.clientY, scrolls: false }
    else hand(...down(event))
  }
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    const place = at(event)
    const touch = finger.current
    if (!place || event.timeStamp - last.current < MOVE_MS) return
    if (touch) {
      const [dx, dy] = [touch.x - event.clientX, touch.y - event.clientY]
      if (!touch.scrolls && Math.hypot(dx, dy) < SCROLLS) return
      finger.current = { x: event.clientX, y: event.clientY, scrolls: true }
      hand({ kind: 'wheel', ...place, dx, dy })
    } else hand({ kind: 'move', ...place })
    last.current = event.timeStamp
  }
  const onPointerUp = (event: PointerEvent<HTMLCanvasElement>) => {
    const place = at(event)
    const touch = finger.current
    finger.current = null
    if (!place || touch?.scrolls) return
    if (touch) hand(...down(event), { kind: 'up', ...place, clicks: 1 })
    else hand({ kind: 'up', ...place, clicks: 1 })
  }
  const onPointerCancel = () => {
    finger.current = null
  }
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel }
}
