import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import { addressOf, lineCipher } from '../../../core/live/line.ts'
import { encode, readToWorker, type ToWeb, type ToWorker } from '../../../core/live/wire.ts'
import type { Line } from '../../../db/live/lend.ts'

/** A web process that shows one of our pages to its member. */
export type Viewer = {
  say: (message: ToWeb) => void
  onMessage: (handle: (message: ToWorker) => void) => void
  onClose: (handle: () => void) => void
  close: () => void
}
export type OpenLine = Line & { close: () => void }
export type Lines = {
  /** Lets web processes in that know the key of this page, until closed. */
  open: (requestId: string, enter: (viewer: Viewer) => void) => OpenLine
  close: () => Promise<void>
}

type Entry = { key: Uint8Array; enter: (viewer: Viewer) => void; sockets: Set<TLSSocket> }

function viewerOf(socket: TLSSocket): Viewer {
  let handle: (message: ToWorker) => void = () => undefined
  const read = readToWorker((message) => handle(message))
  socket.on('data', (piece) => {
    try {
      read(piece)
    } catch {
      // Not one of ours, or broken: what it said is not for any log.
      socket.destroy()
    }
  })
  return {
    say: (message) => void (socket.writable && socket.write(encode(message))),
    onMessage: (next) => {
      handle = next
    },
    onClose: (closed) => void socket.once('close', closed),
    close: () => void socket.destroySoon(),
  }
}

/**
 * Listens for the web processes: whichever of them has the member's socket dials the worker that has the page (ADR 026).
 * @param host by which they reach this machine
 */
export async function openLines(host: string): Promise<Lines> {
  const entries = new Map<string, Entry>()
  const named = new WeakMap<object, string>()
  const server = createServer({
    ...lineCipher,
    pskCallback: (socket, identity) => {
      named.set(socket, identity)
      return entries.get(identity)?.key ?? null
    },
  })
  server.on('secureConnection', (socket) => {
    socket.on('error', () => socket.destroy())
    const entry = entries.get(named.get(socket) ?? '')
    if (!entry) return void socket.destroy()
    entry.sockets.add(socket)
    socket.once('close', () => entry.sockets.delete(socket))
    entry.enter(viewerOf(socket))
  })
  server.on('tlsClientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve))
  const address = addressOf(host, (server.address() as AddressInfo).port)
  const open: Lines['open'] = (requestId, enter) => {
    const entry: Entry = { key: randomBytes(32), enter, sockets: new Set() }
    entries.set(requestId, entry)
    const close = () => {
      if (entries.get(requestId) === entry) entries.delete(requestId)
      for (const socket of entry.sockets) socket.destroySoon()
    }
    return { address, key: entry.key, close }
  }
  const close = async () => {
    for (const { sockets } of entries.values()) for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { open, close }
}
