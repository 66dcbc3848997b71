import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { AlertsFromClient, AlertsToClient } from '../../core/alert/socket.ts'
import { ACCESS_SECONDS } from '../../core/auth/lifetime.ts'
import type { Session } from '../../core/auth/session-store.ts'
import type { MissedFromClient } from '../../core/live/missed.ts'
import type { FromClient, ToClient } from '../../core/live/socket.ts'
import type { PostsFromClient, PostsToClient } from '../../core/post/socket.ts'
import { type AuthDeps, requireSession, sessionOfBrowser } from '../auth/session.ts'
import { judgeHost } from '../http/hosts.ts'
import type { Cluster } from './cluster/cluster.ts'
import { serveLive } from './live.ts'
import { serveMissed } from './missed.ts'
import { servePosts } from './posts.ts'
import type { Recent } from './recent.ts'

/**
 * What clients hear: that something changed. They fetch it over REST, where they are authorized again. Only alerts, which are
 * public or the listener's own (alerts/), and the worker's page that a member has (live.ts) are said on the socket itself.
 */
export type ServerEvents = ToClient &
  AlertsToClient &
  PostsToClient & {
    restock: (event: { restock_id: string }) => void
    ledger: (event: { block_number?: number }) => void
    purchase: (event: { request_id: string }) => void
    relay: (event: { request_id: string }) => void
    trade: (event: { trade_id: string }) => void
    block: (event: { block_number: number }) => void
    group: (event: { group_id: string }) => void
    raffle: (event: object) => void
    /** A proposal or a tally. */
    votes: (event: { block_number: number }) => void
    /** What votes decided. */
    flags: (event: { block_number: number }) => void
  }
type ClientEvents = FromClient & AlertsFromClient & PostsFromClient & MissedFromClient
/** Between web processes. */
type ClusterEvents = { 'alerts:news': () => void }
type Data = {
  session: Session | undefined
  /** Whether what it listens to is still its member's to hear (posts.ts). */
  lookAgain?: () => Promise<void>
}
export type Sockets = Server<ClientEvents, ServerEvents, ClusterEvents, Data>

export const rooms = {
  everyone: 'everyone',
  /** All who are signed in. */
  members: 'members',
  member: (id: string) => `member:${id}`,
  session: (id: string) => `session:${id}`,
}

/**
 * Who opens the socket. A browser always sends Origin; only then, and only ours, do its cookies count (cross-site
 * WebSocket hijacking), the refresh cookie too: a socket says that something changed, and shows a lent page only to a
 * session that still stands. Other clients use a Bearer token, or listen to what is public.
 */
async function authenticate(deps: AuthDeps, { headers }: IncomingMessage): Promise<Session | undefined> {
  const { authorization, cookie, origin } = headers
  if (authorization === undefined) return origin === deps.origin ? sessionOfBrowser(deps, cookie) : undefined
  const { sessionId } = await requireSession(deps, { authorization, cookie: undefined })
  return deps.stores.sessions.read(sessionId, deps.now())
}

type OneSocket = Socket<ClientEvents, ServerEvents, ClusterEvents, Data>

/** Looks again when the session would end, and at least as often as an access token runs out. */
function endWithSession(socket: OneSocket, session: Session, deps: AuthDeps): void {
  let timer: NodeJS.Timeout | undefined
  const wait = ({ expiresAt }: Session) => {
    const left = expiresAt.getTime() - deps.now().getTime()
    timer = setTimeout(() => void look(), Math.min(left, ACCESS_SECONDS * 1000)).unref()
  }
  const look = async () => {
    const standing = await deps.stores.sessions.read(session.id, deps.now()).catch(() => undefined)
    if (!standing) socket.disconnect(true)
    else if (socket.connected) wait(standing)
  }
  socket.once('disconnect', () => clearTimeout(timer))
  wait(session)
}

function enter(socket: OneSocket, deps: SocketDeps): void {
  void socket.join(rooms.everyone)
  const { session } = socket.data
  const { sql, now, recent } = deps
  socket.data.lookAgain = servePosts(socket, { sql, memberId: session?.memberId, now, recent })
  serveMissed(socket, { recent, memberId: session?.memberId, now })
  if (!session) return
  void socket.join([rooms.members, rooms.member(session.memberId), rooms.session(session.id)])
  endWithSession(socket, session, deps)
  serveLive(socket, session, deps)
}

/** Fifty filters with some hundred cells. Bytes. */
const MOST_SAID = 16_384

export type SocketDeps = AuthDeps & {
  port: number
  /** How the web processes reach each other's sockets; absent: there is only this one. */
  cluster: Cluster | undefined
  /** What is said to clients notes it here (relay.ts). */
  recent: Recent
}

/** Socket.IO at /rt on our HTTP server, WebSocket only. Clients send nothing but what live.ts, missed.ts, posts.ts and alerts/ take. */
export function openSockets(server: HttpServer, deps: SocketDeps): Sockets {
  const io: Sockets = new Server(server, {
    path: '/rt',
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: MOST_SAID,
    ...(deps.cluster && { adapter: deps.cluster.adapter }),
    allowRequest: ({ headers }, answer) => {
      const { origin, port } = deps
      const ours = judgeHost(headers.host, { origin, port, page: false }) === 'serve'
      answer(null, ours && (headers.origin === undefined || headers.origin === origin))
    },
  })
  io.use((socket, next) => {
    authenticate(deps, socket.request).then(
      (session) => {
        socket.data.session = session
        next()
      },
      (error: Error) => next(error),
    )
  })
  io.on('connection', (socket) => enter(socket, deps))
  return io
}

/** Closes the sockets of this process, and no other's. */
export function closeSockets(io: Sockets): void {
  io.local.disconnectSockets(true)
  io.of('/').adapter.close()
  io.engine.close()
}
