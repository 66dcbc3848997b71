import { z } from 'zod'
import { type Hand, handShape } from './hand.ts'

// The line between a worker and a web process: messages with their length before them. A picture is bytes, all else JSON.

/** What the web says to the worker: what the hand did, and that the last picture was shown (only then comes the next). */
export type ToWorker = { kind: 'hand'; hand: Hand } | { kind: 'seen' }
export type Picture = { kind: 'picture'; width: number; height: number; jpeg: Uint8Array }
/** What the worker says to the web. `told`: words for the member. */
export type ToWeb = Picture | { kind: 'told'; message: string }

const toWorkerShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hand'), hand: handShape }),
  z.strictObject({ kind: z.literal('seen') }),
])
const toldShape = z.strictObject({ kind: z.literal('told'), message: z.string().max(1000) })

/** Length (4 bytes) and kind (1 byte) before each message. */
const HEAD = 5
const [JSON_KIND, PICTURE_KIND] = [1, 2]
/** A page of 1280 by 900 is some 100 KB at this quality. */
const LONGEST = 4_000_000

function framed(kind: number, body: Uint8Array): Uint8Array {
  const message = new Uint8Array(HEAD + body.length)
  new DataView(message.buffer).setUint32(0, body.length)
  message[4] = kind
  message.set(body, HEAD)
  return message
}

export function encode(message: ToWorker | ToWeb): Uint8Array {
  if (message.kind !== 'picture') return framed(JSON_KIND, new TextEncoder().encode(JSON.stringify(message)))
  const body = new Uint8Array(4 + message.jpeg.length)
  new DataView(body.buffer).setUint16(0, message.width)
  new DataView(body.buffer).setUint16(2, message.height)
  body.set(message.jpeg, 4)
  return framed(PICTURE_KIND, body)
}

function decodePicture(body: Uint8Array): Picture {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  return { kind: 'picture', width: view.getUint16(0), height: view.getUint16(2), jpeg: body.slice(4) }
}

const decodeJson = (body: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(body))

/**
 * Takes the line apart again, however it was cut on its way. What it returns is called with each piece; it throws on what
 * is no message, after which the line is to be closed.
 */
function reader(handle: (kind: number, body: Uint8Array) => void): (piece: Uint8Array) => void {
  let waiting = new Uint8Array()
  return (piece) => {
    const all = new Uint8Array(waiting.length + piece.length)
    all.set(waiting)
    all.set(piece, waiting.length)
    let at = 0
    while (all.length - at >= HEAD) {
      const length = new DataView(all.buffer, at).getUint32(0)
      if (length > LONGEST) throw new RangeError('A message is too long.')
      if (all.length - at < HEAD + length) break
      handle(all[at + 4] ?? 0, all.slice(at + HEAD, at + HEAD + length))
      at += HEAD + length
    }
    waiting = all.slice(at)
  }
}

export function readToWorker(handle: (message: ToWorker) => void): (piece: Uint8Array) => void {
  return reader((_, body) => handle(toWorkerShape.parse(decodeJson(body))))
}

export function readToWeb(handle: (message: ToWeb) => void): (piece: Uint8Array) => void {
  return reader((kind, body) =>
    handle(kind === PICTURE_KIND ? decodePicture(body) : toldShape.parse(decodeJson(body))),
  )
}
