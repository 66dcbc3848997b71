import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { TokenClaims } from '../../core/auth/token.ts'
import { type AuthDeps, readSession } from '../auth/session.ts'
import { judgeHost } from '../http/hosts.ts'

/** What clients hear: that something changed. They fetch it over REST, where they are authorized again. */
type ServerEvents = {
  restock: (event: { restock_id: string }) => void
  ledger: (event: { block_number?: number }) => void
  purchase: (event: { request_id: string }) => void
  block: (event: { block_number: number }) => void
}
type Nothing = Record<string, never>
type Data = { session: TokenClaims | undefined }
export type Sockets = Server<Nothing, ServerEvents, Nothing, Data>

export const rooms = {
  everyone: 'everyone',
  /** All who are signed in. */
  members: 'members',
  member: (id: string) => `member:${id}`,
  session: (id: string) => `session:${id}`,
}

/**
 * Who opens the socket. A browser always sends Origin; only then, and only ours, does its cookie count (cross-site
 * WebSocket hijacking). Other clients use a Bearer token, or listen to what is public.
 */
async function authenticate(deps: AuthDeps, { headers }: IncomingMessage): Promise<TokenClaims | undefined> {
  const cookie = headers.origin === deps.origin ? headers.cookie : undefined
  return readSession(deps, { authorization: headers.authorization, cookie })
}

function enter(socket: Socket<Nothing, ServerEvents, Nothing, Data>, now: Date): void {
  void socket.join(rooms.everyone)
  const { session } = socket.data
  if (!session) return
  void socket.join([rooms.members, rooms.member(session.memberId), rooms.session(session.sessionId)])
  const left = session.expiresAt.getTime() - now.getTime()
  const end = setTimeout(() => socket.disconnect(true), left)
  end.unref()
  socket.once('disconnect', () => clearTimeout(end))
}

/** Socket.IO at /rt on our HTTP server, WebSocket only. Clients send nothing. */
export function openSockets(server: HttpServer, deps: AuthDeps & { port: number }): Sockets {
  const io: Sockets = new Server(server, {
    path: '/rt',
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: 4096,
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
  io.on('connection', (socket) => enter(socket, deps.now()))
  return io
}
