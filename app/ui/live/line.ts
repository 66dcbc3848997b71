import type { QueryClient } from '@tanstack/react-query'
import { io, type Socket } from 'socket.io-client'
import type { AlertsFromClient, AlertsToClient } from '../../../core/alert/socket.ts'
import type { MissedAsked, MissedFromClient, SaidName } from '../../../core/live/missed.ts'
import type { FromClient, ToClient } from '../../../core/live/socket.ts'
import type { PostsFromClient, PostsToClient } from '../../../core/post/socket.ts'
import { meQuery } from '../api/queries.ts'
import { browserGet } from '../api/request.ts'
import type { Feed } from './feed.ts'
import { type Stale, watchStale } from './stale.ts'

type LiveStatus = 'connecting' | 'live' | 'offline'
/** What a page may say and hear on the socket itself. */
export type LiveSocket = Socket<
  ToClient & AlertsToClient & PostsToClient,
  FromClient & AlertsFromClient & PostsFromClient & MissedFromClient
>
export type Live = {
  status: LiveStatus
  block: number | null
  socket: LiveSocket | null
  /** Before anything that the page shows was read: Unix ms by the server's clock. */
  readAt: number
}

/** Which queries an event makes stale. Events carry no content: the truth is fetched again over REST. */
const staleBy = {
  restock: ['restocks', 'stock'],
  ledger: ['ledger', 'me', 'drops', 'drop', 'karma', 'passes', 'groups', 'group', 'trades', 'trade'],
  trade: ['trades', 'trade', 'closet'],
  group: ['groups', 'group'],
  relay: ['relays'],
  raffle: ['raffles', 'raffle'],
  purchase: ['purchase', 'purchases'],
  votes: ['votes'],
  flags: ['votes', 'features', 'karma', 'leaderboard'],
} as const satisfies Record<SaidName, readonly string[]>

const isSaid = (name: string): name is SaidName => Object.hasOwn(staleBy, name)

/** Wait before knocking again at a server that closed, ms. */
const AGAIN_MS = 2000

/** A server that does not say within this what was missed does not know, ms. */
const MISSED_MS = 5_000

export type Report = (change: Partial<Live>) => void

/**
 * What happened while the line was down, or between the page's own data and the first line, sent no event that we heard:
 * the server says what it was. Where it does not know, all is fetched anew.
 */
async function catchUp(socket: LiveSocket, stale: Stale, page: MissedAsked): Promise<void> {
  const asking = socket.timeout(MISSED_MS).emitWithAck('missed', page)
  const missed = await asking.catch(() => null)
  for (const name of missed ?? Object.keys(staleBy)) if (isSaid(name)) stale.forget(staleBy[name])
}

type Opening = { client: QueryClient; feed: Feed; readAt: number; report: Report }

/** Opens the socket. @returns closes it */
export function openLine({ client, feed, readAt, report }: Opening): () => void {
  const stale = watchStale(client)
  const socket = io({ path: '/rt', transports: ['websocket'], withCredentials: true })
  const spoken: LiveSocket = socket
  spoken.on('alert', feed.hear)
  spoken.on('alerts:at', feed.at)
  spoken.on('alerts:gap', feed.gap)
  socket.on('connect', async () => {
    feed.connected((asked, answer) => spoken.emit('alerts:follow', asked, answer))
    const me = client.getQueryData(meQuery(browserGet).queryKey)
    await catchUp(spoken, stale, { since: readAt, member_id: me?.id ?? null })
    // It may have been lost meanwhile.
    if (socket.connected) report({ status: 'live', socket: spoken })
  })
  let again: ReturnType<typeof setTimeout> | undefined
  const lost = () => {
    report({ status: 'offline' })
    feed.lost()
    // A server that closes in good order (a restart) ends socket.io's own attempts.
    if (!socket.active) again = setTimeout(() => socket.connect(), AGAIN_MS)
  }
  socket.on('disconnect', lost)
  socket.on('connect_error', lost)
  socket.on('block', (event: { block_number?: unknown }) => {
    if (typeof event?.block_number === 'number') report({ block: event.block_number })
  })
  for (const [event, keys] of Object.entries(staleBy)) socket.on(event, () => stale.forget(keys))
  return () => {
    socket.off('disconnect', lost)
    clearTimeout(again)
    socket.disconnect()
    stale.stop()
  }
}
