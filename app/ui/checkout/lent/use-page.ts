'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Hand } from '../../../../core/live/hand.ts'
import type { LiveSocket } from '../../live/line.ts'
import { useSocket } from '../../live/live.tsx'
import type { Size } from './place.ts'

export type LentPage = {
  canvas: RefObject<HTMLCanvasElement | null>
  /** Of the page; null until its first picture. */
  size: Size | null
  /** Why the last press did not reach the shop. */
  told: string | null
  hand: (...hands: Hand[]) => void
}

/** Wait before asking again for a page whose worker is gone or not there yet, ms. */
const AGAIN_MS = 1500

type Heard = {
  show: (jpeg: Uint8Array, size: Size) => Promise<void>
  told: (message: string) => void
  open: () => void
}

/** Asks for the page until it comes, and again when it went; returns how to stop. */
function listen(socket: LiveSocket, requestId: string, heard: Heard): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(ask, AGAIN_MS)
  }
  const ask = () =>
    socket.emit('live:open', { request_id: requestId }, (isOpen) => (isOpen ? heard.open() : later()))
  const picture = ({ jpeg, width, height }: { jpeg: Uint8Array; width: number; height: number }) => {
    // The next one comes only when this one was shown, or could not be.
    heard
      .show(jpeg, { width, height })
      .catch(() => undefined)
      .finally(() => socket.emit('live:seen'))
  }
  const told = ({ message }: { message: string }) => heard.told(message)
  socket.on('connect', ask).on('live:picture', picture).on('live:told', told).on('live:end', later)
  ask()
  return () => {
    clearTimeout(timer)
    socket.off('connect', ask).off('live:picture', picture).off('live:told', told).off('live:end', later)
    socket.emit('live:close')
  }
}

async function draw(canvas: HTMLCanvasElement | null, jpeg: Uint8Array): Promise<void> {
  const picture = await createImageBitmap(new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }))
  if (canvas) {
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
  }
  picture.close()
}

/** The worker's page of a request, as it changes, and a hand in it. Nothing of it is kept here either. */
export function usePage(requestId: string, onOpen: () => void): LentPage {
  const socket = useSocket()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState<Size | null>(null)
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    if (!socket) return
    const show = async (jpeg: Uint8Array, next: Size) => {
      await draw(canvas.current, jpeg)
      setSize((before) => (before?.width === next.width && before.height === next.height ? before : next))
    }
    return listen(socket, requestId, { show, told: setTold, open: onOpen })
  }, [socket, requestId, onOpen])
  const hand = useCallback(
    (...hands: Hand[]) => {
      if (hands.some(({ kind }) => kind === 'down' || kind === 'key')) setTold(null)
      for (const each of hands) socket?.emit('live:hand', each)
    },
    [socket],
  )
  return { canvas, size, told, hand }
}
