import { type IncomingHttpHeaders, type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { Socket } from 'node:net'
import { Final } from '../../core/errors.ts'
import { SNPD_AGENT } from '../agent.ts'

export type Method = 'GET' | 'HEAD' | 'POST'

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  /** As sent: nothing is decompressed, so nothing can grow. Empty for a redirect. */
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

/** Sends one request over a connection of its own, which ends with it, and reads the answer. */
export async function exchange(url: URL, socket: Socket, message: Message): Promise<Answer> {
  const { method, body, signal } = message
  const always = { host: url.host, 'accept-encoding': 'identity' }
  const headers = { 'user-agent': SNPD_AGENT, ...message.headers, ...always }
  const send = url.protocol === 'https:' ? secure : plain
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = send(url, { method, headers, signal, createConnection: () => socket })
      sent.once('response', resolve).once('error', reject).end(body)
    })
    const status = response.statusCode ?? 0
    const answer = { status, headers: response.headers, body: Buffer.alloc(0), url: url.href }
    return redirectOf(answer) ? answer : { ...answer, body: await readBody(response, message) }
  } finally {
    socket.destroy()
  }
}
