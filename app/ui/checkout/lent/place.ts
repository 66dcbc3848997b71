import type { Hand } from '../../../../core/live/hand.ts'
import { handKeys, PAGE_SIZE } from '../../../../core/live/limits.ts'

type Box = { left: number; top: number; width: number; height: number }
export type Size = { width: number; height: number }

const within = (value: number, { min, max }: { min: number; max: number }) =>
  Math.min(Math.max(value, min), max)

/** Where on the worker's page a place on its picture is. */
export function placeOn(page: Size, box: Box, at: { clientX: number; clientY: number }) {
  const along = (from: number, length: number, full: number) =>
    length > 0 ? within(((from * full) / length) | 0, { min: 0, max: full }) : 0
  return {
    x: along(at.clientX - box.left, box.width, page.width),
    y: along(at.clientY - box.top, box.height, page.height),
  }
}

/** How large the page is to be so that its picture fits here without being made smaller. CSS pixels. */
export function sizeFor(width: number, windowHeight: number): Size {
  return {
    width: Math.floor(within(width, PAGE_SIZE.width)),
    height: Math.floor(within(windowHeight * 0.75, PAGE_SIZE.height)),
  }
}

/** What one press of the keyboard does in the page; undefined for what is the browser's own. */
export function handOfKey(event: {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}): Hand | undefined {
  if (event.ctrlKey || event.metaKey) return undefined
  const key = handKeys.find((each) => each === event.key)
  if (key) return { kind: 'key', key, shift: event.shiftKey }
  return [...event.key].length === 1 ? { kind: 'text', text: event.key } : undefined
}

const MOST = 500

/** A text as the hand writes it: no line breaks, in pieces that are not too long. */
export function handsOfText(text: string): Hand[] {
  const plain = text.replace(/\p{Cc}+/gu, ' ')
  const pieces = plain.match(new RegExp(`[^]{1,${MOST}}`, 'gu')) ?? []
  return pieces.map((piece) => ({ kind: 'text', text: piece }))
}
