import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as plain,
  type RequestOptions,
} from 'node:http'
import { request as secure } from 'node:https'
import type { Socket } from 'node:net'
import { Final } from '../../core/errors.ts'
import { SNPD_AGENT } from '../agent.ts'

export type Method = 'GET' | 'HEAD' | 'POST'

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  /** As sent: nothing is unpacked here, so nothing can grow. Empty for a redirect. */
  body: Buffer
  /** Where the answer came from, after redirects. */
  url: string
}

export type Message = {
  method: Method
  headers: Readonly<Record<string, string>>
  body?: string | Uint8Array
  /** Of the answer's body; above it the connection is cut. */
  maxBytes: number
  /** What is longer is cut off there instead of refused: for who wants the status and not the text. */
  cut?: boolean
  signal: AbortSignal
  /** What the body may be packed in (Accept-Encoding); as it is by default. */
  encodings?: string
}

/** Where a redirect leads, as its Location says (RFC 9110, 15.4). */
export function redirectOf({ status, headers }: Pick<Answer, 'status' | 'headers'>): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined
}

async function readBody(response: IncomingMessage, { maxBytes, cut }: Message): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length
    if (length > maxBytes && cut) return Buffer.concat([...parts, part]).subarray(0, maxBytes)
    if (length > maxBytes)
      throw new Final({
        code: 'url.too-large',
        message: `The answer is larger than ${maxBytes} bytes.`,
        fix: 'Give an address with a smaller answer.',
      })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Where a request goes: over a connection that is there, or over one that an agent keeps or opens. */
export type Way = Pick<RequestOptions, 'agent' | 'createConnection'>

/** Sends one request and reads the answer. @param way what its connection is; it is not ended here */
export async function converse(url: URL, way: Way, message: Message): Promise<Answer> {
  const { method, body, signal, encodings = 'identity' } = message
  const always = { host: url.host, 'accept-encoding': encodings }
  const headers = { 'user-agent': SNPD_AGENT, ...message.headers, ...always }
  const send = url.protocol === 'https:' ? secure : plain
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = send(url, { method, headers, signal, ...way })
    const fail = (error: Error) => reject(sent.reusedSocket ? new StaleConnection(error) : error)
    sent.once('response', resolve).once('error', fail).end(body)
  })
  const status = response.statusCode ?? 0
  const answer = { status, headers: response.headers, body: Buffer.alloc(0), url: url.href }
  if (!redirectOf(answer)) return { ...answer, body: await readBody(response, message) }
  // What a redirect says beside its address is read by nobody; a connection that is kept has to be free of it.
  response.resume()
  return answer
}

/** Nothing came over a connection that was kept: the other side may have ended it meanwhile. */
export class StaleConnection extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause })
  }
}

/** Sends one request over a connection of its own, which ends with it, and reads the answer. */
export async function exchange(url: URL, socket: Socket, message: Message): Promise<Answer> {
  return converse(url, { createConnection: () => socket }, message).finally(() => socket.destroy())
}
