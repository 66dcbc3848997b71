import { connect } from 'node:tls'
import { lineCipher, partsOf } from '../../core/live/line.ts'
import { encode, readToWeb, type ToWeb, type ToWorker } from '../../core/live/wire.ts'
import type { Line } from '../../db/live/lend.ts'

export type Dialled = { say: (message: ToWorker) => void; close: () => void }
export type Dialling = Line & {
  requestId: string
  hear: (message: ToWeb) => void
  closed: () => void
}

const CONNECT_MS = 5000

/** A line to the worker that has the page. Resolves when both have shown that they know its key; rejects otherwise. */
export function dial({ address, key, requestId, hear, closed }: Dialling): Promise<Dialled> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      ...partsOf(address),
      ...lineCipher,
      // The key is what the other end is known by.
      checkServerIdentity: () => undefined,
      pskCallback: () => ({ psk: key, identity: requestId }),
      timeout: CONNECT_MS,
    })
    const read = readToWeb(hear)
    socket.once('secureConnect', () => {
      socket.setTimeout(0)
      resolve({
        say: (message) => void (socket.writable && socket.write(encode(message))),
        close: () => socket.destroy(),
      })
    })
    socket.on('data', (piece) => {
      try {
        read(piece)
      } catch {
        socket.destroy()
      }
    })
    socket.once('timeout', () => socket.destroy(new Error('The worker does not answer.')))
    socket.on('error', reject)
    socket.once('close', () => {
      reject(new Error('The worker hung up.'))
      closed()
    })
  })
}
