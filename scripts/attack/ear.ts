import { io } from 'socket.io-client'
import { z } from 'zod'

const newsShape = z.looseObject({ post_id: z.string() })

/** What was heard of a post, as it was said, and when: ms of this process's clock. */
export type News = { id: string; said: unknown; at: number }

/** A socket that listens to the posts around a cell. */
export type Ear = {
  /** The cell; undefined: everywhere. */
  from: string | undefined
  /** Whether the instance lets it listen. */
  isLet: boolean
  /** In the order it came. */
  news: News[]
  close: () => void
}

type Listening = { origin: string; from: string | undefined; token?: string | undefined }

/** How long an instance has to let a socket in, ms. */
const TIMEOUT_MS = 60_000

/** A socket as any program opens it. @throws Error when the instance has none */
export async function listen({ origin, from, token }: Listening): Promise<Ear> {
  const socket = io(origin, {
    ...{ path: '/rt', transports: ['websocket'], forceNew: true, reconnection: false },
    ...(token !== undefined && { extraHeaders: { authorization: `Bearer ${token}` } }),
  })
  const ear: Ear = { from, isLet: false, news: [], close: () => void socket.disconnect() }
  socket.on('post', (said: unknown) => {
    const at = performance.now()
    const heard = newsShape.safeParse(said)
    if (heard.success) ear.news.push({ id: heard.data.post_id, said, at })
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.disconnect()
      reject(error)
    })
  })
  const asked = from === undefined ? { all: true } : { near: from }
  ear.isLet = (await socket.timeout(TIMEOUT_MS).emitWithAck('posts:watch', asked)) === true
  return ear
}
