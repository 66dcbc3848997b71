import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { getResolution } from 'h3-js'
import { Server, type Socket } from 'socket.io'
import { io } from 'socket.io-client'
import { z } from 'zod'

/** What it gives away about the finest cell that the author's device ever said. */
export type Leak = {
  /** In the news of a post. */
  says: (spot: string) => object
  /** How late a socket at a cell hears of it, ms. */
  delay: (spot: string, near: string) => number
}

const sentShape = z.looseObject({ cell: z.string() })
const madeShape = z.looseObject({ id: z.string() })
const nearShape = z.looseObject({ near: z.string() })
const newsShape = z.looseObject({ post_id: z.string() })

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

/** Where authors stand, and so where each post was written: found out by looking at what devices send. */
function createNotes() {
  const finest = new Map<string, string>()
  const spots = new Map<string, PromiseWithResolvers<string>>()
  const slotOf = (id: string) => {
    const slot = spots.get(id) ?? Promise.withResolvers<string>()
    spots.set(id, slot)
    return slot
  }
  return {
    sent: (who: string, body: unknown) => {
      const { data } = sentShape.safeParse(body)
      const before = finest.get(who)
      if (data && (!before || getResolution(data.cell) > getResolution(before))) finest.set(who, data.cell)
    },
    made: (who: string, body: unknown) => {
      const { data } = madeShape.safeParse(body)
      const spot = finest.get(who)
      if (data && spot) slotOf(data.id).resolve(spot)
    },
    spotOf: (id: string) => slotOf(id).promise,
  }
}

type Notes = ReturnType<typeof createNotes>

/** Passes a request on as it came. */
async function passOn(origin: string, notes: Notes, [request, response]: [IncomingMessage, ServerResponse]) {
  const body = await buffer(request)
  const { authorization = '', 'content-type': type } = request.headers
  const isPost = request.method === 'POST' && request.url === '/api/community/posts'
  if (isPost) notes.sent(authorization, jsonOf(body))
  const answer = await fetch(new URL(request.url ?? '/', origin), {
    method: request.method ?? 'GET',
    headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (isPost) notes.made(authorization, jsonOf(bytes))
  const wait = answer.headers.get('retry-after')
  response.writeHead(answer.status, wait === null ? {} : { 'retry-after': wait }).end(bytes)
}

function relaySocket(socket: Socket, origin: string, { notes, leak }: { notes: Notes; leak: Leak }): void {
  const { authorization } = socket.handshake.headers
  let near = ''
  const behind = io(origin, {
    ...{ path: '/rt', transports: ['websocket'], forceNew: true, reconnection: false },
    ...(authorization && { extraHeaders: { authorization } }),
  })
  socket.on('posts:watch', async (asked: unknown, answer: (heard: unknown) => void) => {
    near = nearShape.safeParse(asked).data?.near ?? ''
    answer(await behind.emitWithAck('posts:watch', asked))
  })
  behind.on('post', async (said: unknown) => {
    const news = newsShape.parse(said)
    const spot = await notes.spotOf(news.post_id)
    const tell = () => socket.emit('post', { ...news, ...leak.says(spot) })
    setTimeout(tell, near === '' ? 0 : leak.delay(spot, near))
  })
  socket.once('disconnect', () => void behind.disconnect())
}

/** Stands before an instance and is it to whoever asks, but for what it lets its sockets say. */
export async function startLeaky(
  behind: string,
  leak: Leak,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const notes = createNotes()
  const server = createServer((request, response) => {
    passOn(behind, notes, [request, response]).catch(() => response.writeHead(502).end())
  })
  const sockets = new Server(server, { path: '/rt', transports: ['websocket'], serveClient: false })
  sockets.on('connection', (socket) => relaySocket(socket, behind, { notes, leak }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => sockets.close() }
}
