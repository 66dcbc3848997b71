import { io } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { createFeed, type HeardAlert } from '../../app/ui/live/feed.ts'
import type { LiveSocket } from '../../app/ui/live/line.ts'
import type { AlertFilter } from '../../core/alert/filter.ts'

/** A page's own client, which comes back whenever it is lost, and to the next of these gateways each time. */
export async function openClient(origins: readonly string[], filters: AlertFilter[]) {
  const kept = new Map<string, string>()
  const feed = createFeed(() => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }))
  const heard: HeardAlert[] = []
  let [gaps, ups, over] = [0, 0, false]
  const said = new Map<LiveSocket, number[]>()
  const first = Promise.withResolvers<void>()
  feed.listen({ filters, hear: (alert) => void heard.push(alert), gap: () => void gaps++ })
  let socket: LiveSocket | undefined
  const open = () => {
    const opened: LiveSocket = io(origins[ups++ % origins.length] ?? '', {
      ...{ path: '/rt', transports: ['websocket'], forceNew: true, reconnection: false },
    })
    socket = opened
    const seqs: number[] = []
    said.set(opened, seqs)
    opened.on('connect', () =>
      feed.connected((asked, answer) =>
        opened.emit('alerts:follow', asked, (told) => {
          answer(told)
          first.resolve()
        }),
      ),
    )
    opened.on('alert', (alert) => {
      seqs.push(alert.seq)
      feed.hear(alert)
    })
    opened.on('alerts:at', feed.at)
    opened.on('alerts:gap', feed.gap)
    const lost = () => {
      feed.lost()
      // As a page does: a server that is away is not asked all the time.
      if (!over) setTimeout(open, 50)
    }
    opened.once('disconnect', lost)
    opened.once('connect_error', lost)
  }
  open()
  onTestFinished(() => {
    over = true
    socket?.disconnect()
  })
  await first.promise
  return {
    heard,
    gaps: () => gaps,
    /** How often it had to come back. */
    returns: () => ups - 1,
    /** What each of its sockets was sent, before the client itself dropped anything. */
    bySocket: () => [...said.values()],
  }
}
