import { io, type Socket } from 'socket.io-client'
import { expect } from 'vitest'
import type { Hand } from '../../core/live/hand.ts'

type Picture = { width: number; height: number; jpeg: ArrayBuffer | Buffer }

export type Viewing = {
  isOpen: boolean
  pictures: Picture[]
  told: string[]
  ends: () => number
  do: (...hands: Hand[]) => void
  close: () => void
}

/** A member's browser at a worker's page: shows each picture that comes, and uses the page. */
export async function view(origin: string, cookie: string, requestId: string): Promise<Viewing> {
  const extraHeaders = { cookie, origin }
  const options = {
    path: '/rt',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders,
  }
  const socket: Socket = io(origin, options)
  const [pictures, told]: [Picture[], string[]] = [[], []]
  let ends = 0
  socket.on('live:picture', (picture: Picture) => {
    pictures.push(picture)
    socket.emit('live:seen')
  })
  socket.on('live:told', ({ message }: { message: string }) => told.push(message))
  socket.on('live:end', () => ends++)
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  const isOpen = (await socket.emitWithAck('live:open', { request_id: requestId })) as boolean
  const say = (...hands: Hand[]) => {
    for (const hand of hands) socket.emit('live:hand', hand)
  }
  return { isOpen, pictures, told, ends: () => ends, do: say, close: () => socket.disconnect() }
}

/** The first two bytes of every jpeg. */
export const JPEG = [0xff, 0xd8]

export async function seen({ pictures }: Viewing): Promise<number[]> {
  await expect.poll(() => pictures.length).toBeGreaterThan(0)
  return [...new Uint8Array(pictures.at(-1)?.jpeg ?? new ArrayBuffer(0)).slice(0, 2)]
}

export const key = (name: Extract<Hand, { kind: 'key' }>['key']): Hand => ({
  kind: 'key',
  key: name,
  shift: false,
})

/** Types into one field after the other, from where the focus is. */
export const typing = (...texts: string[]): Hand[] =>
  texts.flatMap((text) => [key('Tab'), { kind: 'text', text } as const])
